using Microsoft.Extensions.Logging;

namespace VasaSim.Server.Control;

/// <summary>What the control port logs: changes that testers make, and its own bugs.</summary>
internal sealed partial class ControlLog(ILogger<ControlLog> logger)
{
    [LoggerMessage(200, LogLevel.Information, "control {Method} {Path}  {Status}")]
    public partial void Changed(string method, string path, int status);

    [LoggerMessage(201, LogLevel.Error, "control {Method} {Path} failed inside the simulator; this is a bug")]
    public partial void Crashed(Exception exception, string method, string path);

    [LoggerMessage(202, LogLevel.Critical, "{Problem}")]
    public partial void StoreFailed(string problem);
}
