namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>The root of the API.</summary>
internal sealed class ServiceInstanceObject() : VimObject(VimReferences.ServiceInstance)
{
    public override object? Read(string property, VimScope scope) => property switch
    {
        "serverClock" => scope.World.Now,
        "capability" => AboutServer.Capability,
        "content" => AboutServer.Content(scope.World),
        _ => throw Unknown(property),
    };

    // The clock always runs; that is no change to wake anybody for.
    public override string? MarkOf(string property, VimScope scope) => property == "serverClock" ? property : null;
}
