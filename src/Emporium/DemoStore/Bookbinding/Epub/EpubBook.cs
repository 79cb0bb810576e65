using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Epub;

/// <summary>Binds a manuscript as EPUB 3: a page per chapter, navigation, a drawn cover, and a statement of what is accessible.</summary>
internal static class EpubBook
{
    /// <summary>The same manuscript gives the same bytes.</summary>
    public static byte[] Bind(Manuscript book)
    {
        var zip = new Archive(book.Front.Moment);
        zip.AddStored("mimetype", "application/epub+zip"u8.ToArray());
        Add("META-INF/container.xml", EpubPackage.Container);
        Add("EPUB/package.opf", EpubPackage.Write(book));
        Add("EPUB/nav.xhtml", EpubPages.Navigation(book));
        Add("EPUB/cover.xhtml", EpubPages.Cover(book));
        Add("EPUB/cover.svg", EpubPages.CoverSvg(book.Front));
        Add("EPUB/title.xhtml", EpubPages.Title(book));
        Add("EPUB/style.css", Content.Text("bindery/epub.css"));
        foreach (var chapter in book.Chapters) Add($"EPUB/{chapter.Name}.xhtml", EpubPages.Chapter(book, chapter));
        return zip.Close();

        void Add(string name, string text) => zip.Add(name, Encoding.UTF8.GetBytes(text));
    }
}
