using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>
/// The shape of a resource that has things of the world: a list of all, each by itself, and a change of one, which
/// answers it as it is then.
/// </summary>
/// <typeparam name="TEntity">A thing as the world has it.</typeparam>
/// <typeparam name="TReport">What is told of it.</typeparam>
/// <typeparam name="TList">What is told of all.</typeparam>
internal abstract class WorldResource<TEntity, TReport, TList>(Workspace workspace, JsonTypeInfo<TReport> reportType, JsonTypeInfo<TList> listType)
    where TEntity : class
{
    public async ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        TList list = await workspace.RunAsync(world => List(world, request.Query));
        return request.Close() ?? Reply.Ok(list, listType);
    }

    public ValueTask<Reply> ShowAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => Find(world, request) is { } entity ? request.Close() ?? Answer(world, entity) : Unknown(world, request));
    }

    public async ValueTask<Reply> ChangeAsync(HttpContext http)
    {
        (ControlRequest? request, Reply? refusal) = await ControlRequest.ReadAsync(http);
        return request is null
            ? refusal!
            : await workspace.RunAsync(world => Find(world, request) is { } entity ? Change(world, entity, request) : Unknown(world, request));
    }

    /// <summary>All that the query asks for. What is wrong with the query is told instead of the list.</summary>
    protected abstract TList List(World world, RequestQuery query);

    /// <summary>The one that the path names, or null.</summary>
    protected abstract TEntity? Find(World world, ControlRequest request);

    /// <summary>Says that there is none such, and which there are.</summary>
    protected abstract Reply Unknown(World world, ControlRequest request);

    /// <summary>Reads and closes the request, and changes what it says; or refuses and changes nothing.</summary>
    protected abstract Reply Change(World world, TEntity entity, ControlRequest request);

    protected abstract TReport Report(World world, TEntity entity);

    protected Reply Answer(World world, TEntity entity) => Reply.Ok(Report(world, entity), reportType);
}
