using System.Globalization;
using Emporium.Catalog.Products;
using Emporium.Ui;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Desk;

public partial class ProductFields
{
    /// <summary>The desk's form as it was typed, to be shown again where something in it is refused.</summary>
    public sealed record Typed(
        string Slug, string Kind, string Title, string Subtitle, string Byline, string Pitch, string Description, IReadOnlyList<PriceRow> Prices,
        string CoverSeed, bool IssuesLicense, string DownloadLimit, string RefundDays, bool IsFeatured, bool IsUnlisted, string SearchTitle, string SearchDescription)
    {
        private const int EmptyRows = 2;

        public static Typed Empty { get; } = new("", "ebook", "", "", "", "", "", [], "1", false, "", "14", false, false, "", "");

        /// <summary>The typed prices, and room for more.</summary>
        public IEnumerable<PriceRow> PriceRows => Prices.Concat(Enumerable.Repeat(new PriceRow("", ""), EmptyRows));

        internal static Typed Of(Product product)
        {
            var text = product.Text(ProductText.StoreLanguage);
            return new(
                product.Slug, product.Kind, text.Title, text.Subtitle, text.Byline, text.Pitch, text.Description,
                [.. product.Prices.OrderBy(p => p.Currency, StringComparer.Ordinal).Select(p => new PriceRow(p.Currency, MoneyText.Number(new Money(p.AmountMinor, p.Currency))))],
                Text(product.CoverSeed), product.IssuesLicense, product.DownloadLimit is { } limit ? Text(limit) : "", Text(product.RefundDays), product.IsFeatured,
                product.Status is ProductStatus.Unlisted, text.SearchTitle, text.SearchDescription);
        }

        internal static Typed Read(IFormCollection form)
        {
            string Field(string name) => form[name].ToString();
            var rows = form["currency"].Zip(form["amount"], (currency, amount) => new PriceRow(currency?.Trim().ToUpperInvariant() ?? "", amount?.Trim() ?? ""));
            return new(
                Field("slug"), Field("kind"), Field("title"), Field("subtitle"), Field("byline"), Field("pitch"), Field("description"),
                [.. rows.Where(r => r.Currency.Length > 0 || r.Amount.Length > 0)],
                Field("coverSeed"), form.ContainsKey("issuesLicense"), Field("downloadLimit"), Field("refundDays"), form.ContainsKey("isFeatured"),
                Field("isUnlisted") == "true", Field("searchTitle"), Field("searchDescription"));
        }

        /// <exception cref="Refusal">A number or a choice cannot be read, with the field at fault.</exception>
        internal ProductRequest Request() => new(
            Slug.Trim(), Kind.Trim(), Title, Subtitle, Byline, Pitch, Description, [.. Prices.Select(Amount)],
            Whole(CoverSeed, "coverSeed"), IssuesLicense, DownloadLimit.Trim().Length == 0 ? null : Whole(DownloadLimit, "downloadLimit"), Whole(RefundDays, "refundDays"), IsFeatured,
            IsUnlisted ? ProductStatus.Unlisted : ProductStatus.Draft, SearchTitle: SearchTitle, SearchDescription: SearchDescription);

        /// <summary>What can be read of the typed prices already.</summary>
        internal IReadOnlyList<Money> ReadablePrices() => [.. Prices.Select(TryAmount).OfType<Money>()];

        private static Money? TryAmount(PriceRow row)
        {
            try
            {
                return Amount(row);
            }
            catch (Refusal)
            {
                return null;
            }
        }

        private static Money Amount(PriceRow row)
        {
            if (!Currency.IsKnown(row.Currency)) throw Refusal.Invalid("product.currency_unknown", $"“{row.Currency}” is no currency of ISO 4217. Use three letters, such as EUR.", "prices");
            if (!decimal.TryParse(row.Amount.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var major))
                throw Refusal.Invalid("product.price_invalid", $"“{row.Amount}” is no amount. Write it like 29.00, without a sign for thousands.", "prices");
            if (Math.Abs(major) > ProductRules.MaxMinor) throw Refusal.Invalid("product.price_too_large", "No bank takes a price of more than twelve digits.", "prices");
            var minor = major * Currency.UnitOf(row.Currency);
            return decimal.IsInteger(minor)
                ? new Money((long)minor, row.Currency)
                : throw Refusal.Invalid("product.price_invalid", $"{row.Currency} has {Currency.DigitsOf(row.Currency)} decimals; {row.Amount} has more.", "prices");
        }

        private static int Whole(string text, string field) => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.Invalid("product.number_invalid", "This must be a whole number.", field);

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record PriceRow(string Currency, string Amount);
}
