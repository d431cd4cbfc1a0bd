// Words that several stages ask for and overviews read: the same choice is the same type.

/// Whose figure a measurement is.
public enum Sex: String, Choice {
  /// Not split.
  case all
  /// Women's.
  case women
  /// Men's.
  case men

  /// What a person sees.
  public var title: Text {
    switch self {
    case .all: Text(sv: "Alla", en: "All")
    case .women: Text(sv: "Kvinnor", en: "Women")
    case .men: Text(sv: "Män", en: "Men")
    }
  }
}

/// How far practice is from a recommendation.
public enum GapSize: String, Choice {
  /// As it is recommended.
  case none
  /// Nearly.
  case small
  /// Far from it.
  case large

  /// What a person sees.
  public var title: Text {
    switch self {
    case .none: Text(sv: "Inget gap", en: "No gap")
    case .small: Text(sv: "Litet gap", en: "Small gap")
    case .large: Text(sv: "Stort gap", en: "Large gap")
    }
  }
}

/// Where in the chain of care somebody works.
public enum CareLevel: String, Choice {
  /// Before anybody is ill.
  case prevention
  /// Health centres.
  case primaryCare = "primary-care"
  /// Hospitals and other specialist care.
  case hospital
  /// Back to function.
  case rehabilitation
  /// Care in itself.
  case nursing
  /// The municipalities' health care.
  case municipal

  /// What a person sees.
  public var title: Text {
    switch self {
    case .prevention: Text(sv: "Förebyggande", en: "Prevention")
    case .primaryCare: Text(sv: "Primärvård", en: "Primary care")
    case .hospital: Text(sv: "Specialistvård", en: "Specialist care")
    case .rehabilitation: Text(sv: "Rehabilitering", en: "Rehabilitation")
    case .nursing: Text(sv: "Omvårdnad", en: "Nursing")
    case .municipal: Text(sv: "Kommunal vård", en: "Municipal care")
    }
  }
}

/// What an assessment of somebody's interests came to.
public enum ConflictOfInterest: String, Choice {
  /// Nothing stands in the way.
  case clear
  /// Something that the group knows of and can handle.
  case manageable
  /// The person may take no part.
  case blocking

  /// What a person sees.
  public var title: Text {
    switch self {
    case .clear: Text(sv: "Inget jäv", en: "No conflict")
    case .manageable: Text(sv: "Kan hanteras", en: "Manageable")
    case .blocking: Text(sv: "Jävig, får inte medverka", en: "Conflict, may not take part")
    }
  }
}
