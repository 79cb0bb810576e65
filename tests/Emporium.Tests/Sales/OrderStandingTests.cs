using Emporium.Delivery.Entitlements;
using static Emporium.Delivery.Entitlements.EntitlementStatus;

namespace Emporium.Tests.Delivery;

public sealed class OrderStandingTests
{
    private readonly OrderStanding standing = new();

    [Fact]
    public void A_refund_heard_before_the_payment_still_ends_access()
    {
        standing.Hear(Revoked, "Refunded.", 3);

        Assert.True(standing.Grant(2));
        Assert.Equal(Revoked, standing.Status);
    }

    [Fact]
    public void The_end_of_a_dispute_heard_before_its_beginning_leaves_access_open()
    {
        standing.Grant(2);

        Assert.True(standing.Hear(Active, null, 4));
        Assert.False(standing.Hear(Suspended, "Disputed.", 3));
        Assert.Equal(Active, standing.Status);
    }

    [Fact]
    public void A_dispute_won_after_a_full_refund_gives_nothing_back()
    {
        standing.Grant(2);
        standing.Hear(Revoked, "Refunded.", 4);

        Assert.False(standing.Hear(Active, null, 5));
        Assert.Equal(Revoked, standing.Status);
    }

    [Fact]
    public void A_full_refund_counts_even_when_heard_after_later_news()
    {
        standing.Grant(2);
        standing.Hear(Active, null, 5);

        Assert.True(standing.Hear(Revoked, "Refunded.", 4));
    }

    [Fact]
    public void A_payment_heard_twice_grants_once()
    {
        Assert.True(standing.Grant(2));
        Assert.False(standing.Grant(2));
    }

    [Fact]
    public void Every_order_of_arrival_ends_the_same()
    {
        (EntitlementStatus? News, long Sequence)[] facts = [(null, 2), (Suspended, 3), (Active, 4), (Suspended, 5)];

        foreach (var arrival in Permutations(facts))
        {
            var standing = new OrderStanding();
            foreach (var (news, sequence) in arrival)
                if (news is { } status) standing.Hear(status, "Why.", sequence);
                else standing.Grant(sequence);
            Assert.Equal(Suspended, standing.Status);
        }
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[item, .. rest]));
}
