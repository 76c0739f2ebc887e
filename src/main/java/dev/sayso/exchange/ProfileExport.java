package dev.sayso.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Attribute;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attributes;
import dev.sayso.person.Profile;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Writes the people a list shows into a file, with whether each may be contacted, and
 * notes who took them.
 */
@Component
public class ProfileExport {

	/** Counting stops there: a bar needs no more. */
	private static final int COUNTED = 5_000_000;

	private final ProfileSearch people;

	private final AttributeValues values;

	private final Attributes attributes;

	private final ContactStatuses standings;

	private final ConsentSettings settings;

	private final Exports exports;

	private final Audit audit;

	private final Clock clock;

	private final JsonMapper json;

	ProfileExport(ProfileSearch people, AttributeValues values, Attributes attributes, ContactStatuses standings,
			ConsentSettings settings, Exports exports, Audit audit, Clock clock, JsonMapper json) {
		this.people = people;
		this.values = values;
		this.attributes = attributes;
		this.standings = standings;
		this.settings = settings;
		this.exports = exports;
		this.audit = audit;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * Whether it is known who is meant; where not, the list says what is wrong.
	 */
	boolean canWrite(ProfileQuery query) {
		return this.people.canAsk(query);
	}

	/**
	 * Notes that somebody is about to take people.
	 */
	public UUID begin(ExportRequest wanted, Actor by) {
		UUID id = Ids.next();
		this.exports.add(id, wanted, this.clock.instant(), by);
		return id;
	}

	/**
	 * How many a bar goes to.
	 */
	void measure(UUID id, ExportRequest wanted) {
		try {
			this.exports.measure(id, this.people.count(wanted.query(), COUNTED));
		}
		catch (QueryTimeoutException ex) {
			// the page does without a bar
		}
	}

	/**
	 * Writes the file; that it was begun is on record before the first row leaves, and
	 * one that breaks off is not ended.
	 */
	void write(UUID id, ExportRequest wanted, Actor by, OutputStream out) throws IOException {
		Written written = new Written();
		ProfileWriter file = file(wanted.format(), out);
		try {
			this.people.each(wanted.query(), (some) -> {
				add(some, wanted, file, written);
				this.exports.progress(id, written.seen);
			});
			file.end();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		this.exports.complete(id, written.people);
		this.audit.write(by, "exported", new AuditSubject("export", id.toString(), ""),
				List.of(new FieldChange("people", null, String.valueOf(written.people))));
	}

	/** How far it came. */
	private static final class Written {

		private long seen;

		private long people;

	}

	private ProfileWriter file(ExportRequest.Format format, OutputStream out) throws IOException {
		List<String> declared = this.attributes.findAllByOrderByLabel().stream().map(Attribute::name).toList();
		List<Channel> channels = this.settings.channelsInUse();
		return switch (format) {
			case CSV -> new CsvProfileWriter(CsvSheet.to(out), declared, channels);
			case PLAIN_CSV -> new CsvProfileWriter(CsvSheet.plain(out), declared, channels);
			case NDJSON -> new NdjsonProfileWriter(out, this.json);
		};
	}

	private void add(List<Profile> some, ExportRequest wanted, ProfileWriter file, Written written) {
		Map<ProfileId, ContactStatus> standing = this.standings.of(some);
		Map<ProfileId, Map<String, Object>> known = this.values.of(some.stream().map(Profile::id).toList());
		for (Profile person : some) {
			List<Verdict> verdicts = this.standings.verdicts(standing.get(person.id()), "marketing");
			written.seen++;
			if (wanted.takes(verdicts)) {
				try {
					file.add(person, known.getOrDefault(person.id(), Map.of()), verdicts);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				written.people++;
			}
		}
	}

}
