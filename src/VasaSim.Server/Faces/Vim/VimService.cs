using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim.Access;
using VasaSim.Server.Faces.Vim.Collecting;
using VasaSim.Server.Faces.Vim.Inventory;
using VasaSim.Server.Faces.Vim.Updates;
using VasaSim.Server.Faces.Vim.Views;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim;

/// <summary>
/// The part of the vSphere API that clients of the Storage Monitoring Service use beside it: logging in, and reading
/// the inventory. It keeps what sessions make: views, property collectors and filters.
/// </summary>
public sealed class VimService : VmodlService
{
    private readonly VimScopes _scopes = new();

    /// <summary>Makes the service.</summary>
    /// <param name="stopping">Ends the calls that wait for changes when the server stops.</param>
    public VimService(CancellationToken stopping)
        : base(FaceNames.Vim, Contracts.Vim)
    {
        ServiceHandlers.Register(Handlers);
        new SessionHandlers(_scopes).Register(Handlers);
        new FetchHandler(_scopes).Register(Handlers);
        new RetrieveHandlers(_scopes).Register(Handlers);
        new FilterHandlers(_scopes).Register(Handlers);
        new UpdateHandlers(_scopes, stopping).Register(Handlers);
        new ViewHandlers(_scopes).Register(Handlers);
        new SearchHandlers(_scopes).Register(Handlers);
    }

    /// <inheritdoc/>
    public override ManagedObjectInfo? TypeOf(World world, VmodlCall call, string id) => _scopes.Of(call, world).Find(id)?.Type;

    /// <summary>The cookie counts; clients that have no cookies may send the header instead.</summary>
    public override string? SessionIdOf(string? header, string? cookie, Knobs knobs) => cookie ?? header;

    /// <inheritdoc/>
    public override Outcome NoSession(VmodlCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return VimFaults.Failed(VimFaults.NotAuthenticated(call.Target, call.Operation?.Privilege));
    }
}
