using Emporium.Catalog.Products;
using Emporium.Platform.Text;

namespace Emporium.Tests.Catalog;

public sealed class HtmlSanitizerTests
{
    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>")]
    [InlineData("<script src=//evil.example/x.js></script><p>x</p>", "<p>x</p>")]
    [InlineData("<p onclick=\"alert(1)\" class=big id=main>x</p>", "<p>x</p>")]
    [InlineData("<img src=/covers/a.1.svg onerror=alert(1)>", "<img src=\"/covers/a.1.svg\">")]
    [InlineData("<img src=https://evil.example/pixel.gif>", "")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"vbscript:x\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"/\\evil.example\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"https://example.org/a?b=1&amp;c=2\" target=_blank>x</a>", "<a href=\"https://example.org/a?b=1&amp;c=2\">x</a>")]
    [InlineData("<p style=\"position:fixed\">x</p><style>*{display:none}</style>", "<p>x</p>")]
    [InlineData("<iframe src=/></iframe><object data=/></object><embed src=/>", "")]
    [InlineData("<svg><script>alert(1)</script></svg>", "")]
    [InlineData("<svg><p><style><img src=1 onerror=alert(1)></style></p></svg>", "<p></p>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "")]
    [InlineData("<form action=/cart/lines><button>Buy</button><input name=q></form>", "")]
    [InlineData("<noscript><p title=\"</noscript><img src=/x onerror=alert(1)>\"></noscript>", "")]
    [InlineData("<div><span>kept</span> words</div>", "kept words")]
    [InlineData("<b><i>crossed</b></i>", "<b><i>crossed</i></b>")]
    [InlineData("<p>open", "<p>open</p>")]
    [InlineData("<!-- secret --><p>x</p>", "<p>x</p>")]
    [InlineData("<<b>>x", "&lt;<b>&gt;x</b>")]
    public void Only_what_is_on_the_list_stays(string hostile, string clean) => Assert.Equal(clean, SafeHtml.Clean(hostile));

    [Theory]
    [InlineData("<scr<script>ipt>alert(1)</script>")]
    [InlineData("<xmp><script>alert(1)</script></xmp>")]
    [InlineData("<textarea></textarea><script>alert(1)</script>")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1)\">x</a>")]
    [InlineData("<img src=\"/x\" title='\"><script>alert(1)</script>'>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("</body></html><script>alert(1)</script>")]
    public void What_is_clean_stays_as_it_is_when_it_is_cleaned_again(string hostile)
    {
        var clean = SafeHtml.Clean(hostile);

        Assert.DoesNotContain("<script", clean, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", clean, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(clean, SafeHtml.Clean(clean));
    }

    [Fact]
    public void A_hundred_thousand_open_elements_are_refused_instead_of_exhausting_the_stack() =>
        Assert.Throws<TextTooDeepException>(() => SafeHtml.Clean(string.Concat(Enumerable.Repeat("<div>", 5_000))));

    [Fact]
    public void Markdown_becomes_the_elements_of_a_text() => Assert.Equal(
        "<h2>Inside</h2>\n<ul>\n<li><strong>Twelve</strong> chapters</li>\n</ul>\n<p>See <a href=\"https://example.org\">more</a>.</p>",
        Markdown.ToSafeHtml("## Inside\n\n- **Twelve** chapters\n\nSee [more](https://example.org)."));

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    public void Hostile_Markdown_does_no_harm(string markdown)
    {
        var html = Markdown.ToSafeHtml(markdown);

        Assert.DoesNotContain("script:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Quotes_nested_without_end_are_refused() =>
        Assert.Equal("product.description_too_deep", Assert.Throws<Refusal>(() => Markdown.ToSafeHtml(new string('>', 5_000) + "x")).Code);
}
