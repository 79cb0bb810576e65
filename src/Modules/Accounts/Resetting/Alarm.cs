using Emporium.Accounts.Contracts;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;

namespace Emporium.Accounts.Resetting;

/// <summary>The link “this was not me” in a letter: for whom, and since when something is wrong. Nothing is stored for it.</summary>
internal sealed class Alarm(Envelope envelope, TimeProvider clock)
{
    private const string Purpose = "alarm";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    public string LinkFor(StaffMember member) => envelope.Seal(Purpose, new Call(member.Id, clock.Now), Valid);

    /// <exception cref="Refusal"><c>alarm.expired</c>.</exception>
    public Call Read(string token) => envelope.Open<Call>(Purpose, token)
        ?? throw Refusal.Gone("alarm.expired", "This link is not complete, or older than a week. Ask for a new password at the sign-in: that signs everybody out, too.");

    internal sealed record Call(StaffId Member, DateTimeOffset At);
}
