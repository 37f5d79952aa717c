using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tasks;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>The tasks of providers' lives.</summary>
internal static class ProviderLifeHandlers
{
    // Limits that the documentation of RegisterProvider_Task names.
    private const int MaxNameLength = 275;
    private const int MaxLoginLength = 255;

    public static void Register(HandlerTable handlers) => handlers
        .On<RegisterProviderRequest>(static (_, request, world) => Register(request.ProviderSpec, world))
        .On<UnregisterProviderRequest>(static (_, request, world) => Started(ProviderTasks.Unregister(world, request.ProviderId)))
        .On<VasaProviderSyncRequest>(static (call, request, world) => Started(ProviderTasks.Sync(world, Provider(call, world), request.ArrayId)))
        .On<VasaProviderReconnectRequest>(static (call, _, world) => Started(ProviderTasks.Reconnect(world, Provider(call, world))))
        .On<VasaProviderRefreshCertificateRequest>(static (call, _, world) =>
            Started(ProviderTasks.RefreshCertificate(world, Provider(call, world))))
        .On<VasaProviderRevokeCertificateRequest>(static (call, _, world) =>
            Started(ProviderTasks.RevokeCertificate(world, Provider(call, world))))
        .On<SmsRefreshCACertificatesAndCRLsRequest>(static (_, request, world) =>
            Started(ProviderTasks.RefreshTrust(world, request.ProviderId ?? [])));

    private static Outcome Register(SmsProviderSpec spec, World world)
    {
        if (spec is not VasaProviderSpec vasa)
        {
            return VmodlCall.Invalid("providerSpec");
        }

        string? wrong = vasa.Name.Length is 0 or > MaxNameLength ? "name"
            : vasa.Username.Length is 0 or > MaxLoginLength ? "username"
            : vasa.Password.Length > MaxLoginLength ? "password"
            : vasa.Url.Length == 0 ? "url"
            : null;
        return wrong is null
            ? Started(ProviderTasks.Register(
                world, new(vasa.Name, vasa.Description, vasa.Username, vasa.Password, vasa.Url, vasa.Certificate)))
            : VmodlCall.Invalid($"providerSpec.{wrong}");
    }

    private static Outcome Started(Result<ProviderTask> task) => task.ToOutcome(t => SmsObjects.Task(t.Id));

    private static Provider Provider(VmodlCall call, World world) => world.FindProvider(call.Target.Value)!;
}
