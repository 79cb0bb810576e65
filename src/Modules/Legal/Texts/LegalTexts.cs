using Emporium.Legal.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Legal.Texts;

/// <inheritdoc cref="ILegalTexts"/>
internal sealed class LegalTexts(LegalShelf shelf, StoreDb db) : ILegalTexts
{
    public async ValueTask<LegalText> Current(LegalPage page, CancellationToken ct) => (await shelf.Current(page, ct)).Summary();

    public async Task<LegalText?> Find(LegalTextId id, CancellationToken ct) =>
        (await db.Set<KeptText>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct))?.Summary();
}
