using Emporium.Legal.Contracts;
using Emporium.Platform.Settings;

namespace Emporium.Legal.Texts;

/// <summary>The pages whose text the merchant wrote; the others are generated.</summary>
[Settings("legal.own-texts")]
internal sealed record OwnTexts
{
    /// <summary>Markdown by page.</summary>
    public Dictionary<LegalPage, string> ByPage { get; init; } = [];
}
