namespace Emporium.Torture.Buyers;

/// <summary>The store refused what it should have done; the buyer cannot go on.</summary>
internal sealed class UnexpectedAnswerException(string message) : Exception(message);
