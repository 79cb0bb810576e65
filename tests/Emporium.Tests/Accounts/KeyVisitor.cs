using System.Net.Http.Headers;
using Emporium.Accounts;
using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts;

/// <summary>How a program uses a store in tests: with a key.</summary>
internal static class KeyVisitor
{
    /// <summary>A key of the member for thirty days.</summary>
    /// <returns>The key itself.</returns>
    public static Task<string> NewKey(this TestStore store, string maker, params string[] scopes) => store.Do<IServiceProvider, string>(async scope =>
    {
        var db = scope.GetRequiredService<StoreDb>();
        var (member, role) = await db.Set<StaffMember>().Where(m => m.Email == maker).LeftJoin(db.Set<Role>(), m => m.RoleId, r => (RoleId?)r.Id, (m, r) => new ValueTuple<StaffMember, Role?>(m, r)).SingleAsync();
        var by = new Actor(member.Id, scope.GetRequiredService<RoleBook>().Of(member.Role, role?.Permissions), null);
        return (await scope.GetRequiredService<MakeKey>().Handle(ApiKeyId.New(store.Clock), "Test", scopes, store.Clock.Now.AddDays(30), by, CancellationToken.None)).Secret;
    });

    /// <summary>A key that may do nothing: its maker lost what it was made for.</summary>
    public static async Task<string> EmptyKey(this TestStore store)
    {
        var maker = await store.NewMember("support");
        var key = await store.NewKey(maker, "orders.read");
        await store.Do<StoreDb>(async db =>
        {
            var member = await db.Set<StaffMember>().SingleAsync(m => m.Email == maker);
            member.Take(new RoleChoice(StaffRole.Developer));
            await db.SaveChangesAsync();
        });
        return key;
    }

    public static HttpClient With(this HttpClient client, string key)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A whole key that no store made.</summary>
    public static string Foreign(bool isTest = true) => KeyText.New(new StoreMode(isTest ? Book.Test : Book.Live));

    public static string HashOf(string key) => Secret.Hash(key);
}
