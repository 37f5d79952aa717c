namespace VasaSim.Server.Calls;

/// <summary>What rules, the journal and the log call the APIs.</summary>
public static class FaceNames
{
    /// <summary>The Storage Monitoring Service.</summary>
    public const string Sms = "sms";

    /// <summary>The vSphere API.</summary>
    public const string Vim = "vim";

    /// <summary>The API for cloud replications.</summary>
    public const string Vcda = "vcda";

    /// <summary>Site Recovery Manager.</summary>
    public const string Srm = "srm";
}
