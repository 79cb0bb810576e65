using Emporium.Sales.Contracts;
using static Emporium.Sales.Contracts.Standing;

namespace Emporium.Tests.Sales;

public sealed class OrderStandingTests
{
    private readonly TrialStanding standing = new();

    [Fact]
    public void A_refund_heard_before_the_payment_still_ends_access()
    {
        standing.Hear(Revoked, "Refunded.", 3);

        Assert.True(standing.Serve(2));
        Assert.Equal(Revoked, standing.Status);
    }

    [Fact]
    public void The_end_of_a_dispute_heard_before_its_beginning_leaves_access_open()
    {
        standing.Serve(2);

        Assert.True(standing.Hear(Active, null, 4));
        Assert.False(standing.Hear(Suspended, "Disputed.", 3));
        Assert.Equal(Active, standing.Status);
    }

    [Fact]
    public void A_dispute_won_after_a_full_refund_gives_nothing_back()
    {
        standing.Serve(2);
        standing.Hear(Revoked, "Refunded.", 4);

        Assert.False(standing.Hear(Active, null, 5));
        Assert.Equal(Revoked, standing.Status);
    }

    [Fact]
    public void A_full_refund_counts_even_when_heard_after_later_news()
    {
        standing.Serve(2);
        standing.Hear(Active, null, 5);

        Assert.True(standing.Hear(Revoked, "Refunded.", 4));
    }

    [Fact]
    public void A_payment_heard_twice_grants_once()
    {
        Assert.True(standing.Serve(2));
        Assert.False(standing.Serve(2));
    }

    [Fact]
    public void A_full_refund_that_failed_in_the_end_takes_nothing_back()
    {
        standing.Serve(2);
        standing.Hear(Revoked, "Refunded.", 4);

        Assert.True(standing.Return(5));
        Assert.Equal(Active, standing.Status);
    }

    [Fact]
    public void A_failure_heard_before_its_refund_still_undoes_it()
    {
        standing.Serve(2);

        Assert.False(standing.Return(5));
        Assert.False(standing.Hear(Revoked, "Refunded.", 4));
        Assert.Equal(Active, standing.Status);
    }

    [Fact]
    public void A_second_full_refund_after_the_first_failed_ends_access()
    {
        standing.Serve(2);
        standing.Hear(Revoked, "Refunded.", 4);
        standing.Hear(Revoked, "Refunded again.", 7);

        Assert.False(standing.Return(5));
        Assert.Equal(Revoked, standing.Status);
    }

    [Fact]
    public void Every_order_of_arrival_ends_the_same()
    {
        (Standing? News, long Sequence)[] facts = [(null, 2), (Suspended, 3), (Active, 4), (Suspended, 5)];

        foreach (var arrival in Permutations(facts))
        {
            var standing = new TrialStanding();
            foreach (var (news, sequence) in arrival)
                if (news is { } status) standing.Hear(status, "Why.", sequence);
                else standing.Serve(sequence);
            Assert.Equal(Suspended, standing.Status);
        }
    }

    private sealed class TrialStanding : OrderStanding;

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[item, .. rest]));
}
