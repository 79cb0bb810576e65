using System.Net;
using System.Text.RegularExpressions;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts;

/// <summary>How a person of the staff uses a store in tests: through its pages and forms.</summary>
internal static partial class DeskVisitor
{
    public const string Password = "seven plain copper kettles";

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

    public static Task<HttpResponseMessage> SignIn(this HttpClient visitor, string email, string password = Password, string page = "/admin/sign-in") =>
        visitor.Submit(page, page, ("email", email), ("password", password));

    /// <summary>Opens the page, takes its antiforgery token and posts the form.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient visitor, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await visitor.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        return await visitor.PostAsync(action, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
