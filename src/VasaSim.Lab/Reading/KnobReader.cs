using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the knobs.</summary>
internal static class KnobReader
{
    private static readonly (string, TaskFaultDelivery)[] Deliveries =
        [("call", TaskFaultDelivery.Call), ("task", TaskFaultDelivery.Task)];

    private static readonly (string, RepeatMode)[] RepeatModes =
        [("alreadyDone", RepeatMode.AlreadyDone), ("invalidState", RepeatMode.InvalidState)];

    private static readonly (string, RetentionDistance)[] Distances =
        [("spacing", RetentionDistance.Spacing), ("span", RetentionDistance.Span)];

    private static readonly (string, string)[] ApiVersions =
    [
        .. new[]
        {
            "1.0", "2.0", "3.0", "4.0", "5.0", "6.5", "6.7", "6.7.1", "6.7.2", "6.8.7", "7.0.0.0", "7.0.0.1",
            "7.0.3.2", "8.0.0.0", "8.0.1.0", "8.0.2.0", "8.0.3.0",
        }.Select(version => (version, version)),
    ];

    public static Knobs Read(Section lab)
    {
        Knobs otherwise = new();
        if (lab.Child("knobs", "knobs") is not { } section)
        {
            return otherwise;
        }

        Knobs knobs = new()
        {
            TaskFaultDelivery = section.Choice("taskFaultDelivery", Deliveries, otherwise.TaskFaultDelivery),
            ExposeQueued = section.Flag("exposeQueued", otherwise.ExposeQueued),
            TaskDuration = ReadDurations(section, otherwise.TaskDuration),
            TaskRetention = ReadRetention(section, otherwise.TaskRetention),
            TestResultVoid = section.Flag("testResultVoid", otherwise.TestResultVoid),
            RepeatMode = section.Choice("repeatMode", RepeatModes, otherwise.RepeatMode),
            RequirePrepare = section.Flag("requirePrepare", otherwise.RequirePrepare),
            PrepareRequiresUnbound = section.Flag("prepareRequiresUnbound", otherwise.PrepareRequiresUnbound),
            DeleteSyncPitOnTestStop = section.Flag("deleteSyncPitOnTestStop", otherwise.DeleteSyncPitOnTestStop),
            DetailLimit = section.Whole("detailLimit", 0) ?? otherwise.DetailLimit,
            PitLimit = section.Whole("pitLimit", 0) ?? otherwise.PitLimit,
            PitKeep = section.Whole("pitKeep", 1) ?? otherwise.PitKeep,
            StrictPitInterval = section.Flag("strictPitInterval", otherwise.StrictPitInterval),
            FailoverDelay = section.Duration("failoverDelay", otherwise.FailoverDelay),
            AlarmPage = section.Whole("alarmPage", 1) ?? otherwise.AlarmPage,
            StrictAlarmEntities = section.Flag("strictAlarmEntities", otherwise.StrictAlarmEntities),
            ProviderPoll = section.Duration("providerPoll", otherwise.ProviderPoll),
            AllowOfflineUnregister = section.Flag("allowOfflineUnregister", otherwise.AllowOfflineUnregister),
            AcceptHttpCookie = section.Flag("acceptHttpCookie", otherwise.AcceptHttpCookie),
            RejectedPolicies = section.Texts("rejectedPolicies"),
            Cloud = ReadCloud(section, otherwise.Cloud),
            Recovery = ReadRecovery(section, otherwise.Recovery),
            ApiVersion = section.Choice("apiVersion", ApiVersions, otherwise.ApiVersion),
        };
        section.Close();
        return knobs;
    }

    private static CloudKnobs ReadCloud(Section knobs, CloudKnobs otherwise)
    {
        if (knobs.Child("cloud", "cloud") is not { } section)
        {
            return otherwise;
        }

        CloudKnobs cloud = new()
        {
            IllegalOrder = section.Choice("illegalOrder", Deliveries, otherwise.IllegalOrder),
            IllegalOrderCode = section.Id("illegalOrderCode") ?? otherwise.IllegalOrderCode,
            RetentionDistance = section.Choice("retentionDistance", Distances, otherwise.RetentionDistance),
            RequireRemoteLogin = section.Flag("requireRemoteLogin", otherwise.RequireRemoteLogin),
            Licensed = section.Flag("licensed", otherwise.Licensed),
            OptimizedReverse = section.Duration("optimizedReverse", otherwise.OptimizedReverse),
        };
        section.Close();
        return cloud;
    }

    private static RecoveryKnobs ReadRecovery(Section knobs, RecoveryKnobs otherwise)
    {
        if (knobs.Child("recovery", "recovery") is not { } section)
        {
            return otherwise;
        }

        RecoveryKnobs recovery = new()
        {
            Loading = section.Duration("loading", otherwise.Loading),
            ForceRecovery = section.Flag("forceRecovery", otherwise.ForceRecovery),
            RunWithoutRemoteSession = section.Flag("runWithoutRemoteSession", otherwise.RunWithoutRemoteSession),
        };
        section.Close();
        return recovery;
    }

    private static TaskDurations ReadDurations(Section knobs, TaskDurations otherwise)
    {
        if (knobs.Node("taskDuration") is YamlScalar { Value: "instant" })
        {
            return TaskDurations.Instant;
        }

        if (knobs.Child("taskDuration", "taskDuration") is not { } section)
        {
            return otherwise;
        }

        TaskDurations durations = new()
        {
            Sync = section.Duration("sync", otherwise.Sync),
            TestStart = section.Duration("testStart", otherwise.TestStart),
            TestStop = section.Duration("testStop", otherwise.TestStop),
            Promote = section.Duration("promote", otherwise.Promote),
            PrepareFailover = section.Duration("prepareFailover", otherwise.PrepareFailover),
            Failover = section.Duration("failover", otherwise.Failover),
            Reverse = section.Duration("reverse", otherwise.Reverse),
            Register = section.Duration("register", otherwise.Register),
            Unregister = section.Duration("unregister", otherwise.Unregister),
            ProviderSync = section.Duration("providerSync", otherwise.ProviderSync),
            Reconnect = section.Duration("reconnect", otherwise.Reconnect),
            Certificate = section.Duration("certificate", otherwise.Certificate),
            Start = section.Duration("start", otherwise.Start),
            Stop = section.Duration("stop", otherwise.Stop),
            Reconfigure = section.Duration("reconfigure", otherwise.Reconfigure),
            Pause = section.Duration("pause", otherwise.Pause),
            Resume = section.Duration("resume", otherwise.Resume),
            Migrate = section.Duration("migrate", otherwise.Migrate),
            ChangeStorageProfile = section.Duration("changeStorageProfile", otherwise.ChangeStorageProfile),
            ProtectionGroup = section.Duration("protectionGroup", otherwise.ProtectionGroup),
            ConfigureProtection = section.Duration("configureProtection", otherwise.ConfigureProtection),
            RemoveProtection = section.Duration("removeProtection", otherwise.RemoveProtection),
            RestorePlaceholder = section.Duration("restorePlaceholder", otherwise.RestorePlaceholder),
            RecoveryPlan = section.Duration("recoveryPlan", otherwise.RecoveryPlan),
            RecoveryStep = section.Duration("recoveryStep", otherwise.RecoveryStep),
            Check = section.Duration("check", otherwise.Check),
        };
        section.Close();
        return durations;
    }

    private static TaskRetention ReadRetention(Section knobs, TaskRetention otherwise)
    {
        if (knobs.Child("taskRetention", "taskRetention") is not { } section)
        {
            return otherwise;
        }

        TaskRetention retention = new()
        {
            Age = section.Duration("age", otherwise.Age),
            Count = section.Whole("count", 0) ?? otherwise.Count,
            Max = section.Whole("max", 1) ?? otherwise.Max,
        };
        section.Close();
        if (retention.Count > retention.Max)
        {
            section.Problem("count", $"count {retention.Count} is more than max {retention.Max}");
        }

        return retention;
    }
}
