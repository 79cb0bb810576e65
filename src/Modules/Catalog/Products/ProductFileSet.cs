using Emporium.Catalog.Contracts;

namespace Emporium.Catalog.Products;

/// <content>The files: what a buyer receives, version by version.</content>
internal sealed partial class Product
{
    private readonly List<Attachment> files = [];

    /// <summary>All that were ever part of it.</summary>
    public IReadOnlyList<Attachment> Files => files;

    public IEnumerable<Attachment> CurrentFiles => files.Where(f => f.ArchivedAt is null).OrderBy(f => f.Position);

    /// <summary>Makes these the product's files, in this order; what is not among them is archived, another content under a known name is its next version.</summary>
    public void Hold(IReadOnlyList<ProductDraftFile> wanted, string? by, TimeProvider clock)
    {
        if (wanted.Count > ProductRules.MaxFiles) throw TooMany();
        foreach (var gone in files.Where(f => f.ArchivedAt is null && !wanted.Any(w => IsSameName(f, w)))) gone.ArchivedAt = clock.Now;
        for (var position = 0; position < wanted.Count; position++)
        {
            var file = files.Find(f => f.ArchivedAt is null && IsSame(f, wanted[position])) ?? files.Find(f => IsSame(f, wanted[position]));
            if (file is null) file = Receive(wanted[position], null, by, clock);
            else Revive(file, clock.Now);
            file.Position = position;
        }
    }

    /// <summary>Adds a file, or the next version of one.</summary>
    /// <param name="series">The file that it is a version of; null for the one of the same name, where there is one.</param>
    /// <exception cref="Refusal"><c>file.not_found</c>, <c>product.files_too_many</c>, <c>product.file_name_taken</c>.</exception>
    public Attachment Receive(ProductDraftFile file, ProductFileId? series, string? by, TimeProvider clock)
    {
        var former = series is { } named
            ? files.Find(f => f.Series == named && f.ArchivedAt is null) ?? throw Refusal.NotFound("file")
            : files.Find(f => f.ArchivedAt is null && IsSameName(f, file));
        if (former is not null && IsSame(former, file)) return former;
        if (files.Exists(f => f.ArchivedAt is null && f != former && IsSameName(f, file)))
            throw Refusal.Conflict("product.file_name_taken", $"Another file of this product is called “{file.Name}”. Name this one differently.", "file");
        if (former is null && files.Count(f => f.ArchivedAt is null) >= ProductRules.MaxFiles) throw TooMany();
        return Add(file, former, by, clock);
    }

    /// <summary>Takes a file out; it stays in the store.</summary>
    /// <exception cref="Refusal"><c>file.not_found</c>.</exception>
    public void TakeOut(ProductFileId id, DateTimeOffset at) =>
        (files.Find(f => f.Id == id && f.ArchivedAt is null) ?? throw Refusal.NotFound("file")).ArchivedAt = at;

    /// <summary>Makes an earlier version the current one, or puts back what was taken out.</summary>
    /// <exception cref="Refusal"><c>file.not_found</c>, <c>product.file_name_taken</c>.</exception>
    public void Restore(ProductFileId id, DateTimeOffset at)
    {
        var version = files.Find(f => f.Id == id) ?? throw Refusal.NotFound("file");
        if (files.Exists(f => f.ArchivedAt is null && f.Series != version.Series && f.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Conflict("product.file_name_taken", $"Another file of this product is called “{version.Name}” now. Take that one out first.", "file");
        Revive(version, at);
    }

    private Attachment Add(ProductDraftFile file, Attachment? former, string? by, TimeProvider clock)
    {
        var id = ProductFileId.New(clock);
        var added = new Attachment
        {
            Id = id,
            ProductId = Id,
            Series = former?.Series ?? id,
            Number = former is null ? 1 : files.Where(f => f.Series == former.Series).Max(f => f.Number) + 1,
            Name = file.Name,
            MediaType = file.MediaType,
            Sha256 = file.Sha256,
            Size = file.Size,
            Note = ProductRules.Note(file.Note),
            AddedAt = clock.Now,
            AddedBy = by,
            Position = former?.Position ?? files.Count(f => f.ArchivedAt is null),
        };
        if (former is not null) former.ArchivedAt = clock.Now;
        files.Add(added);
        return added;
    }

    private void Revive(Attachment version, DateTimeOffset at)
    {
        foreach (var other in files.Where(f => f != version && f.Series == version.Series && f.ArchivedAt is null))
            (other.ArchivedAt, version.Position) = (at, other.Position);
        version.ArchivedAt = null;
    }

    private static Refusal TooMany() => Refusal.Invalid("product.files_too_many", $"A product has at most {ProductRules.MaxFiles} files.", "files");

    private static bool IsSameName(Attachment file, ProductDraftFile wanted) => file.Name.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(Attachment file, ProductDraftFile wanted) => file.Name == wanted.Name && file.Sha256 == wanted.Sha256 && file.MediaType == wanted.MediaType;
}
