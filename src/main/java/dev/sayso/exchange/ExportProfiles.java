package dev.sayso.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.audit.Subject;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Standing;
import dev.sayso.consent.Verdict;
import dev.sayso.profile.Attribute;
import dev.sayso.profile.AttributeValues;
import dev.sayso.profile.Attributes;
import dev.sayso.profile.DetailsDraft;
import dev.sayso.profile.FindProfiles;
import dev.sayso.profile.Profile;
import dev.sayso.profile.ProfileQuery;
import dev.sayso.profile.Standings;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;
import dev.sayso.shared.ProfileId;

import org.springframework.stereotype.Component;

/**
 * Writes the people a list shows into a sheet, with whether each may be contacted, and
 * notes who took them.
 */
@Component
class ExportProfiles {

	private final FindProfiles people;

	private final AttributeValues values;

	private final Attributes attributes;

	private final Standings standings;

	private final ConsentSettings settings;

	private final Exports exports;

	private final Audit audit;

	private final Moments moments;

	ExportProfiles(FindProfiles people, AttributeValues values, Attributes attributes, Standings standings,
			ConsentSettings settings, Exports exports, Audit audit, Moments moments) {
		this.people = people;
		this.values = values;
		this.attributes = attributes;
		this.standings = standings;
		this.settings = settings;
		this.exports = exports;
		this.audit = audit;
		this.moments = moments;
	}

	/**
	 * Whether it is known who is meant; where not, the list says what is wrong.
	 */
	boolean canWrite(ProfileQuery query) {
		return this.people.canAsk(query);
	}

	/**
	 * Writes a sheet; that it was begun is on record before the first row leaves.
	 */
	void write(ProfileQuery query, Actor by, CsvSheet sheet) {
		UUID id = Ids.next();
		String narrowed = URLDecoder.decode(query.toString(), StandardCharsets.UTF_8);
		this.exports.add(new Exports.Export(id, this.moments.now(), by.name(), "profiles",
				narrowed.substring(0, Math.min(narrowed.length(), 2000)), null));
		List<String> declared = this.attributes.findAllByOrderByLabel().stream().map(Attribute::name).toList();
		sheet.row(header(declared));
		this.people.each(query, (some) -> write(some, declared, sheet));
		long written = sheet.rows() - 1;
		this.exports.complete(id, written);
		this.audit.write(by, "exported", new Subject("export", id.toString(), ""),
				List.of(new FieldChange("people", null, String.valueOf(written))));
	}

	private List<String> header(List<String> declared) {
		List<String> header = new ArrayList<>(List.of("id"));
		header.addAll(DetailsDraft.FIELDS);
		declared.forEach((name) -> header.add("attributes." + name));
		this.settings.channelsInUse().forEach((channel) -> {
			header.add("mayContact" + capital(channel));
			header.add("mayContact" + capital(channel) + "Why");
		});
		return header;
	}

	private void write(List<Profile> some, List<String> declared, CsvSheet sheet) {
		Map<ProfileId, Standing> standing = this.standings.of(some);
		Map<ProfileId, Map<String, Object>> known = this.values.of(some.stream().map(Profile::id).toList());
		for (Profile person : some) {
			List<Object> row = new ArrayList<>(List.of(person.id()));
			Map<String, Object> fields = person.details().fields();
			DetailsDraft.FIELDS.forEach((field) -> row.add(fields.getOrDefault(field, "")));
			Map<String, Object> own = known.getOrDefault(person.id(), Map.of());
			declared.forEach((name) -> row.add(own.getOrDefault(name, "")));
			this.standings.verdicts(standing.get(person.id()), "marketing").forEach((verdict) -> {
				row.add(verdict.allowed() ? "yes" : "no");
				row.add(why(verdict));
			});
			sheet.row(row);
		}
	}

	private static String why(Verdict verdict) {
		return verdict.reasons()
			.stream()
			.map((reason) -> reason.code().name())
			.distinct()
			.collect(Collectors.joining(" "));
	}

	private static String capital(Channel channel) {
		return channel.key().substring(0, 1).toUpperCase(Locale.ROOT) + channel.key().substring(1);
	}

}
