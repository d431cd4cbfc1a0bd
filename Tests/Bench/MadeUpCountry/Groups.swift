import RandomTesting
import Register

extension Country {
  /// The national programme areas and cooperation groups, as they are staffed.
  func nationalGroups(_ random: inout SeededRandom) -> [Story] {
    let all = areas.prefix(size.areas) + members(of: "nsg")
    return all.enumerated().map { place, id in
      var story = Story("grupp-\(id)")
      let kind = organisation.body(id)?.kind == "nsg" ? "NSG" : "NPO"
      let title = "\(kind) \(name(of: id))"
      story.open(
        id, "national-group@1", title: title, inputs: "name: \"\(title)\"",
        on: day(2022, 1, 10), "at-stage: ledamoter")
      var group = Staffing(owner: "nationell-stod", place: place)
      for (number, region) in healthcareRegions.enumerated() {
        group.seat(
          &story, number == place % 6 ? "chair" : "member", for: region, of: region, by: "sks",
          &random)
      }
      group.seat(&story, "process-leader", for: nil, of: "stod", by: "sks", &random)
      return story
    }
  }

  /// The working groups of a part of the pathways.
  func workingGroups(_ random: inout SeededRandom) -> [Story] {
    stride(from: 4, through: size.pathways, by: 4).map { number in
      var story = Story("grupp-nag-\(number)")
      let area = area(of: number)
      story.open(
        "nag-\(number)", "working-group@1", title: "NAG Vårdförlopp \(number)",
        inputs: "name: NAG Vårdförlopp \(number)", roles: "programomrade: \(area)",
        on: day(2022, 1, 10), "at-stage: ledamoter")
      var group = Staffing(owner: area, place: number)
      for region in healthcareRegions {
        group.seat(&story, "member", for: region, of: region, by: region, &random)
      }
      group.seat(&story, "patient-representative", for: nil, of: "patient", by: area, &random)
      group.seat(&story, "primary-care-expert", for: nil, of: "primarvard", by: area, &random)
      return story
    }
  }

  /// Every programme area in each of the six healthcare regions.
  func regionalGroups(_ random: inout SeededRandom) -> [Story] {
    areas.prefix(size.areas).enumerated().flatMap { place, area in
      healthcareRegions.enumerated().map { number, region in
        let id = "rpo-\(Self.subject(of: area))-\(region)"
        var story = Story("grupp-\(id)")
        let title = "RPO \(name(of: area)) i \(name(of: region))"
        story.open(
          id, "regional-group@1", title: title, inputs: "name: \"\(title)\"",
          roles: "programomrade: \(id), sjukvardsregion: \(region)", on: day(2022, 1, 10),
          "at-stage: ledamoter")
        staff(&story, owner: id, from: region, place * 6 + number, &random)
        return story
      }
    }
  }

  /// Programme areas of the regions: of about half of the areas.
  func localGroups(_ random: inout SeededRandom) -> [Story] {
    areas.prefix(size.areas).enumerated().flatMap { place, area in
      regions.enumerated().filter { ($0.offset + place) % 2 == 0 }.map { number, region in
        let id = Self.lpo(region, Self.subject(of: area))
        var story = Story("grupp-\(id)")
        let title = "LPO \(name(of: area)) i \(name(of: region))"
        story.open(
          id, "local-group@1", title: title, inputs: "name: \"\(title)\", level: programme-area",
          roles: "programomrade: \(id), rad: \(Self.council(region))", on: day(2022, 1, 10),
          "at-stage: ledamoter-programomrade")
        staff(
          &story, owner: id, at: "ledamoter-programomrade", from: region, place * 21 + number,
          &random)
        return story
      }
    }
  }

  private func staff(
    _ story: inout Story, owner: String, at stage: String = "ledamoter", from place: String,
    _ number: Int, _ random: inout SeededRandom
  ) {
    var group = Staffing(owner: owner, place: number, stage: stage)
    for seat in ["chair", "member", "member", "member", "primary-care-expert"] {
      group.seat(&story, seat, for: nil, of: place, &random)
    }
  }
}

/// The seats of a group, as they are filled.
private struct Staffing {
  let owner: String
  /// Which of the groups it is: who sits in one of them may sit in another.
  let place: Int
  /// The stage of the members in the group's case.
  let stage: String
  private var seated = 0

  init(owner: String, place: Int, stage: String = "ledamoter") {
    self.owner = owner
    self.place = place
    self.stage = stage
  }

  /// Fills a seat, or announces that it is empty.
  ///
  /// - Parameters:
  ///   - pool: those who come from one place; nobody chairs two groups.
  ///   - confirmer: who has confirmed the person, where the group's members are.
  mutating func seat(
    _ story: inout Story, _ seat: String, for body: String?, of pool: String,
    by confirmer: String? = nil, _ random: inout SeededRandom
  ) {
    seated += 1
    let represents = body.map { ", represents: \($0)" } ?? ""
    guard random.chance(94) else {
      story.act(
        stage, "vacancy", for: owner, on: day(2026, random.whole(1...10), 2),
        "{seat: \(seat)\(represents)}")
      return
    }
    let number = place * 5 + seated
    let person =
      seat == "chair" ? "ordforande-\(pool)-\(number)" : "person-\(pool)-\(number % 90 + 1)"
    // A term is two years for a chair and three for others; a few have run out. A declaration is made
    // before that, and anew every third year; a few are late, and a few not assessed.
    let term = seat == "chair" ? 2 : 3
    let year = (random.chance(4) ? 2026 : random.whole(2027...2029)) - term
    let start = day(year, random.whole(1...10), 1)
    let declared = random.chance(5) ? day(2022, random.whole(2...12), 1) : start
    story.act(
      stage, "declare", for: owner, on: declared, "{person: \(person)\(represents)}")
    if random.chance(92) {
      story.act(
        stage, "assess", for: body ?? owner, on: declared,
        "{person: \(person), conflict: \(random.chance(90) ? "clear" : "manageable")}")
    }
    let confirmed = confirmer.map { ", confirmed-by: \($0), confirmed-on: \(start)" } ?? ""
    story.act(
      stage, "seat", for: owner, on: start,
      "{person: \(person), seat: \(seat)\(represents)\(confirmed), until: \(year + term)\(start.dropFirst(4)), "
        + "profession: \(random.one(of: ["läkare", "läkare", "sjuksköterska", "fysioterapeut"])), "
        + "care-level: \(random.one(of: ["hospital", "hospital", "primary-care"]))}")
  }
}
