namespace Emporium.Torture.House;

/// <summary>Whether a process answers.</summary>
internal static class Health
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static Task Wait(string address) => Patience.Until($"{address} answers", TimeSpan.FromSeconds(90), async () =>
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(address));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    });
}
