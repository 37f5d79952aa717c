namespace VasaSim.Server.Control;

/// <summary>Where clients find what, below the address of the product port.</summary>
public static class SimulatorUrls
{
    /// <summary>SMS over SOAP.</summary>
    public static string Sms(Uri product) => At(product, "sms/sdk");

    /// <summary>vim25 over SOAP.</summary>
    public static string Vim(Uri product) => At(product, "sdk");

    /// <summary>SMS over VI JSON, in the release that is simulated.</summary>
    public static string Json(Uri product) => At(product, "sdk/vim25/8.0.3.0/sms");

    internal static UrlReport Report(Uri product, Uri? vcda, string control) =>
        new(Sms(product), Vim(product), Json(product), control, vcda?.GetLeftPart(UriPartial.Authority));

    private static string At(Uri product, string path) => new Uri(product, path).AbsoluteUri;
}
