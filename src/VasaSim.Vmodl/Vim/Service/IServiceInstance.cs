namespace VasaSim.Vmodl.Vim;

/// <summary>The root of the vSphere API.</summary>
[ManagedObject("ServiceInstance", Since = "2.0")]
public interface IServiceInstance : IManagedObject
{
    [Property(Privilege = Privileges.SystemView)]
    DateTimeOffset ServerClock { get; }

    [Property(Privilege = Privileges.SystemView)]
    Capability Capability { get; }

    [Property(Privilege = Privileges.SystemAnonymous)]
    ServiceContent Content { get; }

    /// <summary>Returns the server's time.</summary>
    [Method("CurrentTime", Since = "2.0", Privilege = Privileges.SystemView)]
    DateTimeOffset CurrentTime();

    /// <summary>Returns the server's managers. Needs no session.</summary>
    [Method("RetrieveServiceContent", Since = "2.0", Privilege = Privileges.SystemAnonymous)]
    ServiceContent RetrieveServiceContent();
}
