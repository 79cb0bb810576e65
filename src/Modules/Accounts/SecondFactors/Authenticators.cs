using System.Security.Cryptography;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SecondFactors;

/// <summary>Sets authenticator apps up, checks their codes, and takes them away. A code is good once.</summary>
internal sealed class Authenticators(StoreDb db, Vault vault, Envelope envelope, TimeProvider clock)
{
    private static readonly TimeSpan SetupLasts = TimeSpan.FromMinutes(30);

    /// <summary>A new secret, and the same sealed for the form that brings it back; nothing is stored before a code has shown that the app holds it.</summary>
    public (byte[] Secret, string Setup) Prepare(StaffId member)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretLength);
        return (secret, envelope.Seal(PurposeOf(member), new Setup(secret), SetupLasts));
    }

    /// <summary>The secret that the form brought back.</summary>
    /// <exception cref="Refusal"><c>authenticator.setup_expired</c>.</exception>
    public byte[] Read(StaffId member, string? setup) => envelope.Open<Setup>(PurposeOf(member), setup)?.Secret
        ?? throw Refusal.Invalid("authenticator.setup_expired", "This took longer than half an hour. Scan the new code and type what your app shows.");

    /// <summary>Adds the app to the current unit of work, in place of the one before.</summary>
    /// <exception cref="Refusal"><c>authenticator.setup_expired</c>, <c>authenticator.code_wrong</c>.</exception>
    public async Task Add(StaffMember member, string? setup, string? code, CancellationToken ct)
    {
        var secret = Read(member.Id, setup);
        var step = Totp.StepOf(secret, Bare(code), clock.Now)
            ?? throw Refusal.Invalid("authenticator.code_wrong", "This is not the code of the present moment. Check that the phone’s clock is right, and type the six digits that the app shows now.", "code");
        var hidden = await vault.Seal(member.Id.ToString(), secret, ct);
        if (await Find(member.Id, ct) is { } app) (app.Secret, app.LastStep, app.CreatedAt) = (hidden, step, clock.Now);
        else db.Add(new Authenticator { StaffId = member.Id, Secret = hidden, LastStep = step, CreatedAt = clock.Now });
    }

    /// <summary>Takes a code, durable at once.</summary>
    /// <returns>False where it is wrong, or was taken before.</returns>
    public async Task<bool> Take(StaffId member, string? code, CancellationToken ct)
    {
        if (await Find(member, ct) is not { } app || await vault.Open(member.ToString(), app.Secret, ct) is not { } secret) return false;
        if (Totp.StepOf(secret, Bare(code), clock.Now) is not { } step) return false;
        return await db.Transact(() => db.Set<Authenticator>().Where(a => a.StaffId == member && a.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), ct), ct) == 1;
    }

    /// <summary>In the current unit of work.</summary>
    public async Task Remove(StaffId member, CancellationToken ct)
    {
        if (await Find(member, ct) is { } app) db.Remove(app);
    }

    private Task<Authenticator?> Find(StaffId member, CancellationToken ct) => db.Set<Authenticator>().SingleOrDefaultAsync(a => a.StaffId == member, ct);

    private static string PurposeOf(StaffId member) => $"authenticator of {member}";

    private static string Bare(string? code) => (code ?? "").Replace(" ", "", StringComparison.Ordinal);

    private sealed record Setup(byte[] Secret);
}
