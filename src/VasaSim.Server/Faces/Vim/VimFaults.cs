using VasaSim.Server.Calls;
using VasaSim.Server.Sessions;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim;

/// <summary>The faults of the vSphere API that several methods answer, with their texts.</summary>
internal static class VimFaults
{
    public static Outcome Failed(LocalizedMethodFault fault) => Outcome.Failed(fault.Fault, fault.LocalizedMessage!);

    public static LocalizedMethodFault NotAuthenticated(ManagedObjectReference target, string? privilege) => Say(
        new NotAuthenticated { Object = target, PrivilegeId = privilege ?? Privileges.SystemView },
        "The session is not authenticated.");

    public static LocalizedMethodFault InvalidProperty(string name) => Say(
        new InvalidProperty { Name = name }, $"Property '{name}' was not found.");

    public static LocalizedMethodFault NotFound(ManagedObjectReference reference) => Say(
        new ManagedObjectNotFound { Obj = reference },
        $"The object '{reference}' has already been deleted or has not been completely created.");

    public static LocalizedMethodFault Canceled => Say(new RequestCanceled(), "The request was canceled.");

    /// <summary>Why a caller may not read a property, or null when it may.</summary>
    /// <param name="target">The object.</param>
    /// <param name="privilege">The privilege that the property names; without one any session will do.</param>
    /// <param name="session">The caller's session, if there is one.</param>
    public static LocalizedMethodFault? RefusalToRead(VimObject target, string? privilege, Session? session)
    {
        if (privilege == Privileges.SystemAnonymous)
        {
            return null;
        }

        if (session is null)
        {
            return NotAuthenticated(target.Reference, privilege);
        }

        return privilege is null || session.User.Privileges.Contains(privilege) ? null : NoPermission(target, privilege);
    }

    private static LocalizedMethodFault NoPermission(VimObject target, string privilege)
    {
        // Privileges are given on inventory objects; for all others the root folder stands.
        ManagedObjectReference entity = target.IsA("ManagedEntity") ? target.Reference : VimReferences.RootFolder;
        return Say(
            new NoPermission
            {
                Object = entity,
                PrivilegeId = privilege,
                MissingPrivileges = [new NoPermissionEntityPrivileges { Entity = entity, PrivilegeIds = [privilege] }],
            },
            $"Permission to perform this operation was denied: {privilege} is needed.");
    }

    private static LocalizedMethodFault Say(MethodFault fault, string message) => new() { Fault = fault, LocalizedMessage = message };
}
