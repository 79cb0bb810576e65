using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Pictures;

/// <summary>Adds a picture to a product, with the smaller copies that the browser made of it. Visitors see it once it is described.</summary>
internal sealed class AddPicture(StoreDb db, ProductEditor editor, IFiles files, UploadLimits limits, Idempotency idempotency, TimeProvider clock)
{
    /// <exception cref="Refusal"><c>picture.…</c>, <c>product.not_found</c>, <c>product.pictures_too_many</c>.</exception>
    public async Task<PictureAnswer> Handle(ProductId id, string name, byte[] original, IReadOnlyList<byte[]> copies, string alt, bool isDecorative, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        if (PictureId.TryParse(idempotency.Resource, null, out var earlier)) return PictureAnswer.Of(product.PictureOf(earlier));

        var header = PictureRules.Original(original);
        var picture = new Picture
        {
            Id = PictureId.New(clock),
            ProductId = id,
            Name = PictureRules.Name(name, header),
            Sha256 = (await files.Put(new MemoryStream(original), ct)).Sha256,
            MediaType = header.MediaType,
            Width = header.Width,
            Height = header.Height,
            Size = original.Length,
            AddedAt = clock.Now,
        };
        picture.Describe(alt, isDecorative);
        foreach (var copy in copies) picture.Keep(await Copy(copy, header, ct));
        product.Show(picture);
        idempotency.Creates(picture.Id.ToString());
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
        return PictureAnswer.Of(picture);
    }

    public async Task<PictureAnswer> AddCopy(ProductId id, PictureId pictureId, byte[] bytes, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        var picture = product.PictureOf(pictureId);
        picture.Keep(await Copy(bytes, new(picture.MediaType, picture.Width, picture.Height), ct));
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
        return PictureAnswer.Of(picture);
    }

    /// <summary>The body is the picture.</summary>
    public static async Task<Created<PictureAnswer>> Endpoint(ProductId id, string name, HttpRequest http, AddPicture add, CancellationToken ct, string alt = "", bool decorative = false)
    {
        var added = await add.Handle(id, name, await add.Read(http.Body, ct), [], alt, decorative, ct);
        return TypedResults.Created($"/api/v1/admin/products/{id}/pictures/{added.Id}", added);
    }

    /// <summary>The body is the copy.</summary>
    public static async Task<Ok<PictureAnswer>> CopyEndpoint(ProductId id, PictureId picture, Stream body, AddPicture add, CancellationToken ct) =>
        TypedResults.Ok(await add.AddCopy(id, picture, await add.Read(body, ct), ct));

    public static async Task<IResult> Form(ProductId id, HttpRequest http, AddPicture add, CancellationToken ct)
    {
        try
        {
            var form = await http.ReadFormAsync(ct);
            if (form.Files.GetFile("picture") is not { } sent) throw Refusal.Invalid("picture.empty", "Choose a picture first.", "picture");
            var copies = new List<byte[]>();
            foreach (var copy in form.Files.GetFiles("copy")) copies.Add(await add.Read(copy.OpenReadStream(), ct));
            await add.Handle(id, sent.FileName, await add.Read(sent.OpenReadStream(), ct), copies, form["alt"].ToString(), form.ContainsKey("isDecorative"), ct);
            return SeeOther.To($"/admin/products/{id}#pictures");
        }
        catch (Refusal refusal) when (http.WantsPage())
        {
            return ProductPage.Again(id, refusal);
        }
    }

    private async Task<Picture.Variant> Copy(byte[] bytes, ImageHeader original, CancellationToken ct)
    {
        var header = PictureRules.Copy(bytes, original);
        var stored = await files.Put(new MemoryStream(bytes), ct);
        return new(header.Width, header.Height, stored.Sha256, stored.Size);
    }

    private async Task<byte[]> Read(Stream content, CancellationToken ct)
    {
        await using var upload = new Upload(content, limits.MaxImageBytes);
        using var memory = new MemoryStream();
        await upload.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
