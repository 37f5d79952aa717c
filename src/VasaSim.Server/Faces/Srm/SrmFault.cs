namespace VasaSim.Server.Faces.Srm;

/// <summary>A kind of error: its code, and the HTTP status that it comes with.</summary>
/// <param name="Name">The code.</param>
/// <param name="Status">The status; 401, 404 and 405 come without a body.</param>
internal sealed record SrmFault(string Name, int Status)
{
    /// <summary>What every code begins with.</summary>
    public const string Prefix = "dr.fault.";

    /// <summary>What was sent makes no sense.</summary>
    public static SrmFault InvalidArgument { get; } = new(Prefix + "InvalidArgument", 400);

    /// <summary>Nobody is logged in.</summary>
    public static SrmFault NotAuthenticated { get; } = new(Prefix + "NotAuthenticated", 401);

    /// <summary>The caller may not do it.</summary>
    public static SrmFault NoPermission { get; } = new(Prefix + "NoPermission", 403);

    /// <summary>There is no such thing.</summary>
    public static SrmFault NotFound { get; } = new(Prefix + "NotFound", 404);

    /// <summary>It is not simulated, which is no failure of the server.</summary>
    public static SrmFault NotSupported { get; } = new(Prefix + "NotSupported", 400);

    /// <summary>The session is not good for the paired site.</summary>
    public static SrmFault RemoteSiteNotAuthenticated { get; } = new(Prefix + "RemoteSiteNotAuthenticated", 500);

    /// <summary>The paired site does not answer.</summary>
    public static SrmFault RemoteSiteNotReachable { get; } = new(Prefix + "RemoteSiteNotReachable", 500);

    /// <summary>There is no such site to pair with.</summary>
    public static SrmFault RemoteSiteNotFound { get; } = new(Prefix + "RemoteSiteNotFound", 500);

    /// <summary>Something has the name already.</summary>
    public static SrmFault DuplicateName { get; } = new(Prefix + "DuplicateName", 500);

    /// <summary>Another protection group has it.</summary>
    public static SrmFault AlreadyProtected { get; } = new(Prefix + "AlreadyProtected", 500);

    /// <summary>Nothing replicates it to the recovery site.</summary>
    public static SrmFault NotReplicated { get; } = new(Prefix + "NotReplicated", 500);

    /// <summary>Nobody said where something goes.</summary>
    public static SrmFault MissingMappings { get; } = new(Prefix + "MissingMappings", 500);

    /// <summary>It is not for protection groups of that type.</summary>
    public static SrmFault WrongReplicationType { get; } = new(Prefix + "WrongReplicationType", 500);

    /// <summary>They were changed since they were read.</summary>
    public static SrmFault SettingsChanged { get; } = new(Prefix + "SettingsChanged", 500);

    /// <summary>A task works on it.</summary>
    public static SrmFault OperationInProgress { get; } = new(Prefix + "OperationInProgress", 500);

    /// <summary>It is mapped already, or a placeholder datastore already.</summary>
    public static SrmFault AlreadyMapped { get; } = new(Prefix + "AlreadyMapped", 500);

    /// <summary>There is something in the folder.</summary>
    public static SrmFault FolderNotEmpty { get; } = new(Prefix + "FolderNotEmpty", 500);

    /// <summary>The state of the recovery plan does not allow it.</summary>
    public static SrmFault InvalidState { get; } = new(Prefix + "InvalidState", 500);

    /// <summary>A recovery plan has the protection group.</summary>
    public static SrmFault GroupInPlan { get; } = new(Prefix + "GroupInPlan", 500);

    /// <summary>The array has not reversed the replication.</summary>
    public static SrmFault NotReversed { get; } = new(Prefix + "NotReversed", 500);

    /// <summary>Somebody cancelled the run of the recovery plan.</summary>
    public static SrmFault Cancelled { get; } = new(Prefix + "Cancelled", 500);

    /// <summary>A call that the run of a recovery plan made was answered with a fault.</summary>
    public static SrmFault ReplicationFailed { get; } = new(Prefix + "ReplicationFailed", 500);

    /// <summary>Something went wrong inside.</summary>
    public static SrmFault InternalError { get; } = new(Prefix + "InternalError", 500);

    /// <summary>All that the simulator answers by itself, and the one that was seen of the product.</summary>
    public static IReadOnlyList<SrmFault> All { get; } =
    [
        InvalidArgument, NotAuthenticated, NoPermission, NotFound, NotSupported,
        RemoteSiteNotAuthenticated, RemoteSiteNotReachable, RemoteSiteNotFound,
        DuplicateName, AlreadyProtected, NotReplicated, MissingMappings, WrongReplicationType,
        SettingsChanged, OperationInProgress, AlreadyMapped, FolderNotEmpty,
        InvalidState, GroupInPlan, NotReversed, Cancelled, ReplicationFailed, InternalError,
    ];

    /// <summary>Whether the status comes with a body.</summary>
    public static bool HasBody(int status) => status is not (401 or 404 or 405);
}
