namespace SpasmBot.Clinical;

/// <summary>How urgent the answer is, least urgent first, so that the greater one wins (protocol, section 1).</summary>
public enum Disposition
{
    /// <summary>Look after it yourself; review after 7 days.</summary>
    SelfCare,

    /// <summary>A physiotherapy assessment within 7 days.</summary>
    Physio,

    /// <summary>Physiotherapy within 3 days.</summary>
    PhysioPriority,

    /// <summary>A doctor within 2 days.</summary>
    DoctorSoon,

    /// <summary>A doctor the same day.</summary>
    DoctorToday,

    /// <summary>An emergency department now.</summary>
    Emergency,

    /// <summary>An ambulance now.</summary>
    Ambulance,
}
