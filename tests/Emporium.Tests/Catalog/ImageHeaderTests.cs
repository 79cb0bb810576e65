using System.Buffers.Binary;
using Emporium.Catalog.Pictures;

namespace Emporium.Tests.Catalog;

/// <summary>Pictures are known by their bytes, and their size is read before anything decodes them.</summary>
public sealed class ImageHeaderTests
{
    public static TheoryData<string, byte[]> Pictures { get; } = new()
    {
        { "image/png 640x480", Images.Png(640, 480) },
        { "image/gif 640x480", Images.Gif(640, 480) },
        { "image/jpeg 640x480", Images.Jpeg(640, 480) },
        { "image/jpeg 480x640", Images.Jpeg(640, 480, orientation: 6) },
        { "image/webp 640x480", Images.Webp(640, 480) },
        { "image/webp 640x480", Images.WebpLossless(640, 480) },
        { "image/webp 640x480", Images.WebpExtended(640, 480) },
        { "image/avif 640x480", Images.Avif(640, 480) },
    };

    [Theory, MemberData(nameof(Pictures))]
    public void The_size_is_read_from_the_header(string expected, byte[] bytes)
    {
        var header = ImageHeader.Read(bytes);

        Assert.Equal(expected, $"{header?.MediaType} {header?.Width}x{header?.Height}");
    }

    [Theory, MemberData(nameof(Pictures))]
    public void A_header_that_ends_anywhere_is_never_a_crash(string expected, byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
            Assert.StartsWith(ImageHeader.Read(bytes.AsSpan(0, length))?.MediaType ?? "", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_behind_every_beginning_is_never_a_crash()
    {
        var noise = new Random(7);
        foreach (var (_, bytes) in Pictures.Select(row => row.Data))
        {
            for (var run = 0; run < 500; run++)
            {
                var broken = bytes.ToArray();
                for (var i = 0; i < 4; i++) broken[noise.Next(4, broken.Length)] = (byte)noise.Next(256);
                ImageHeader.Read(broken);
            }
        }
    }

    [Fact]
    public void A_bomb_is_recognized_by_what_it_says_of_itself()
    {
        Assert.Equal("picture.too_many_pixels", Assert.Throws<Refusal>(() => PictureRules.Original(Images.Png(16_000, 16_000))).Code);
        Assert.Equal("picture.too_many_pixels", Assert.Throws<Refusal>(() => PictureRules.Original(Images.Png(50_000, 1))).Code);
        Assert.Equal("picture.type_unknown", Assert.Throws<Refusal>(() => PictureRules.Original(Images.Png(-1, 10))).Code);
        Assert.Equal("picture.type_unknown", Assert.Throws<Refusal>(() => PictureRules.Original(Images.Png(0, 10))).Code);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "picture.svg_refused")]
    [InlineData("<?xml version='1.0'?><!-- x --><SVG/>", "picture.svg_refused")]
    [InlineData("<html><script>alert(1)</script>", "picture.type_unknown")]
    [InlineData("%PDF-1.7", "picture.type_unknown")]
    [InlineData("", "picture.empty")]
    public void What_is_no_picture_is_refused_whatever_it_is_called(string content, string code) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => PictureRules.Original(System.Text.Encoding.UTF8.GetBytes(content))).Code);

    [Fact]
    public void A_smaller_copy_has_the_proportions_of_its_picture()
    {
        var original = new ImageHeader("image/png", 1_000, 500);

        Assert.Equal(240, PictureRules.Copy(Images.Webp(480, 240), original).Height);
        foreach (var wrong in (byte[][])[Images.Webp(480, 480), Images.Webp(500, 250), Images.Webp(1_600, 800), Images.Png(480, 240), []])
            Assert.Equal("picture.copy_invalid", Assert.Throws<Refusal>(() => PictureRules.Copy(wrong, original)).Code);
    }

    [Fact]
    public void A_picture_is_named_after_what_it_is() =>
        Assert.Equal("cover.png", PictureRules.Name("../../cover.exe", PictureRules.Original(Images.Png(10, 10))));
}

/// <summary>The beginnings of pictures, as small as their formats allow.</summary>
internal static class Images
{
    public static byte[] Png(int width, int height) => [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Big32(width), .. Big32(height), 8, 2, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Gif(int width, int height) => [.. "GIF89a"u8, .. Little16(width), .. Little16(height), 0, 0, 0];

    public static byte[] Jpeg(int width, int height, int orientation = 1)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, .. Big32(8), .. Big16(1), .. Big16(0x0112), .. Big16(3), .. Big32(1), .. Big16(orientation), 0, 0, .. Big32(0)];
        byte[] frame = [8, .. Big16(height), .. Big16(width), 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1];
        return [0xFF, 0xD8, 0xFF, 0xE1, .. Big16(exif.Length + 2), .. exif, 0xFF, 0xC2, .. Big16(frame.Length + 2), .. frame, 0xFF, 0xD9];
    }

    public static byte[] Webp(int width, int height) => Riff("VP8 "u8, [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. Little16(width), .. Little16(height), 0, 0, 0, 0]);

    public static byte[] WebpLossless(int width, int height) => Riff("VP8L"u8, [0x2F, .. Little32((width - 1) | ((height - 1) << 14)), 0, 0, 0, 0, 0, 0, 0, 0]);

    public static byte[] WebpExtended(int width, int height) => Riff("VP8X"u8, [0, 0, 0, 0, .. Little32(width - 1)[..3], .. Little32(height - 1)[..3], 0, 0]);

    public static byte[] Avif(int width, int height)
    {
        var size = Box("ispe"u8, [0, 0, 0, 0, .. Big32(width), .. Big32(height)]);
        var thumb = Box("ispe"u8, [0, 0, 0, 0, .. Big32(64), .. Big32(48)]);
        return [.. Box("ftyp"u8, [.. "avif"u8, 0, 0, 0, 0, .. "mif1avif"u8]), .. Box("meta"u8, [0, 0, 0, 0, .. Box("iprp"u8, Box("ipco"u8, [.. thumb, .. size]))])];
    }

    private static byte[] Riff(ReadOnlySpan<byte> chunk, byte[] content) => [.. "RIFF"u8, .. Little32(content.Length + 12), .. "WEBP"u8, .. chunk, .. Little32(content.Length), .. content];

    private static byte[] Box(ReadOnlySpan<byte> type, byte[] content) => [.. Big32(content.Length + 8), .. type, .. content];

    private static byte[] Big32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Big16(int value) => Big32(value)[2..];

    private static byte[] Little32(int value) => [.. Big32(value).AsEnumerable().Reverse()];

    private static byte[] Little16(int value) => Little32(value)[..2];
}
