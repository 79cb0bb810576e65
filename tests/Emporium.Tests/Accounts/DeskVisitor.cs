using System.Net;
using System.Text.RegularExpressions;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts;

/// <summary>How a person of the staff uses a store in tests: through its pages and forms.</summary>
internal static partial class DeskVisitor
{
    public const string Password = "seven plain copper kettles";
    public const string SecondStep = "/admin/sign-in/second";

    /// <summary>An owner of their own for each test.</summary>
    /// <returns>The e-mail address.</returns>
    public static async Task<string> NewOwner(this TestStore store)
    {
        var email = $"owner-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.com";
        await store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<IOwners>().Create(email, "Ida Halbert", Password, CancellationToken.None);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        return email;
    }

    /// <summary>A browser in which a new owner is signed in.</summary>
    public static async Task<HttpClient> Owner(this TestStore store)
    {
        var visitor = store.Visitor();
        var answer = await visitor.SignIn(await store.NewOwner());
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    /// <param name="role">As <see cref="RoleChoice"/> is written; null for a new role that may do nothing.</param>
    public static async Task<string> NewMember(this TestStore store, string? role)
    {
        var email = $"member-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.com";
        await store.Do<IServiceProvider>(async scope =>
        {
            var choice = role is null ? await scope.GetRequiredService<StoreDb>().NewRole() : RoleChoice.Parse(role);
            await scope.GetRequiredService<CreateMember>().Handle(email, "Max Lund", Password, choice);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        return email;
    }

    /// <summary>A browser in which a new member of the staff is signed in.</summary>
    /// <inheritdoc cref="NewMember"/>
    public static async Task<HttpClient> Member(this TestStore store, string? role)
    {
        var visitor = store.Visitor();
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignIn(await store.NewMember(role))).StatusCode);
        return visitor;
    }

    private static async Task<RoleChoice> NewRole(this StoreDb db)
    {
        var role = new Role(new RoleId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), TimeProvider.System.GetUtcNow());
        role.Write($"Guest {role.Id}", null, Grants.Nothing, TimeProvider.System.GetUtcNow());
        db.Add(role);
        await db.SaveChangesAsync();
        return new(StaffRole.Custom, role.Id);
    }

    /// <summary>Signs in with the app's code; the browser must have set the app up, or never seen it.</summary>
    public static async Task<HttpResponseMessage> SignIn(this HttpClient visitor, string email, string password, Func<string> code)
    {
        var first = await visitor.SignIn(email, password);
        Assert.Equal("/admin/sign-in/second", first.Headers.Location?.OriginalString);
        return await visitor.Submit(SecondStep, SecondStep, ("code", code()));
    }

    public static Task<HttpResponseMessage> SignIn(this HttpClient visitor, string email, string password = Password, string page = "/admin/sign-in") =>
        visitor.Submit(page, page, ("email", email), ("password", password));

    /// <summary>Opens the page, takes its antiforgery token and posts the form.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient visitor, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await visitor.GetStringAsync(page);
        var token = TokenOf(html);
        return await visitor.PostAsync(action, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    public static string TokenOf(string html) => Token().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
