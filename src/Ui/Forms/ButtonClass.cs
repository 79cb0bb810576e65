namespace Emporium.Ui;

/// <summary>The class names that buttons and links dressed as buttons share.</summary>
internal static class ButtonClass
{
    public static string Of(ButtonLook look, bool small, bool wide)
    {
        var name = look switch { ButtonLook.Quiet => "button is-quiet", ButtonLook.Danger => "button is-danger", _ => "button" };
        return $"{name}{(small ? " is-small" : "")}{(wide ? " is-wide" : "")}";
    }
}
