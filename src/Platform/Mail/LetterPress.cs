using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Emporium.Platform.Mail;

/// <summary>Sets a Razor component as the HTML of a letter.</summary>
public sealed class LetterPress(HtmlRenderer renderer)
{
    /// <summary>Renders the component with the values of its parameters, by name.</summary>
    public Task<string> Set<TComponent>(IDictionary<string, object?> parameters) where TComponent : IComponent => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
}
