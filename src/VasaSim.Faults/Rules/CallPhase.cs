namespace VasaSim.Faults.Rules;

/// <summary>The points of a call at which rules are asked.</summary>
public enum CallPhase
{
    /// <summary>A client connects; nothing is known of the call yet.</summary>
    Connect,

    /// <summary>The call has been read; session, privilege and arguments have not been looked at.</summary>
    BeforeValidation,

    /// <summary>Session, privilege and arguments are in order; the provider has not been asked.</summary>
    AfterValidation,

    /// <summary>The call has succeeded and what it changed is kept.</summary>
    AfterCommit,

    /// <summary>The reply, whatever it is, is about to be sent.</summary>
    DuringReply,
}
