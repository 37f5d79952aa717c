namespace VasaSim.Server.Faces.Vcda.Operations;

/// <summary>A code that errors have, with the HTTP status that it comes with.</summary>
internal sealed record ErrorCode(string Name, int Status)
{
    /// <summary>A body, path or parameter makes no sense, or names what there is not.</summary>
    public static ErrorCode BadRequest { get; } = new("BadRequest", 400);

    /// <summary>The same where tasks are asked for and sessions extended.</summary>
    public static ErrorCode BadUserInput { get; } = new("BadUserInput", 400);

    /// <summary>The product is not licensed.</summary>
    public static ErrorCode ServiceNotLicensed { get; } = new("ServiceNotLicensed", 400);

    /// <summary>There is no session.</summary>
    public static ErrorCode NotAuthenticated { get; } = new("NotAuthenticated", 401);

    /// <summary>The session is not good for a site that the call needs.</summary>
    public static ErrorCode RemoteAuthenticationFailure { get; } = new("RemoteAuthenticationFailure", 401);

    /// <summary>The user may not do it.</summary>
    public static ErrorCode Forbidden { get; } = new("Forbidden", 403);

    /// <summary>There is no such thing, and no code of its own for it.</summary>
    public static ErrorCode NotFound { get; } = new("NotFound", 404);

    /// <summary>There is no such replication of a machine.</summary>
    public static ErrorCode VmReplicationNotFound { get; } = new("VmReplicationNotFound", 404);

    /// <summary>There is no such replication of a vApp.</summary>
    public static ErrorCode VappReplicationNotFound { get; } = new("VappReplicationNotFound", 404);

    /// <summary>There is no such task, or it is somebody else's.</summary>
    public static ErrorCode TaskNotFound { get; } = new("TaskNotFound", 404);

    /// <summary>There is no such site.</summary>
    public static ErrorCode SiteNotFound { get; } = new("SiteNotFound", 404);

    /// <summary>The path has no such method.</summary>
    public static ErrorCode MethodNotAllowed { get; } = new("MethodNotAllowed", 405);

    /// <summary>None of the media types that the caller accepts is served.</summary>
    public static ErrorCode NotAcceptable { get; } = new("NotAcceptable", 406);

    /// <summary>The body is too large.</summary>
    public static ErrorCode PayloadTooLarge { get; } = new("PayloadTooLarge", 413);

    /// <summary>The service failed, or another that it needs does not answer.</summary>
    public static ErrorCode GeneralServerFailure { get; } = new("GeneralServerFailure", 500);
}
