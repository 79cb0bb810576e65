namespace Emporium.Platform.Text;

/// <summary>A text nests deeper than any text to read does. Whoever takes the text refuses it with words of its own.</summary>
public sealed class TextTooDeepException() : Exception("The text nests too deeply.");
