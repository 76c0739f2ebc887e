package dev.sayso.exchange;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audit.PeopleFileLog;
import dev.sayso.audit.PeopleFileLog.PeopleFile;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Every file about people that was taken: exports of a list, and what other pages and the
 * API hand out.
 */
@Component
class TakenFiles {

	private final Exports exports;

	private final PeopleFileLog log;

	private final ExportFilterMessages filters;

	private final Profiles profiles;

	TakenFiles(Exports exports, PeopleFileLog log, ExportFilterMessages filters, Profiles profiles) {
		this.exports = exports;
		this.log = log;
		this.filters = filters;
		this.profiles = profiles;
	}

	/**
	 * A file that was taken.
	 *
	 * @param page of the export, where it is one
	 * @param kind a message {@code audit.value.export.file.<kind>}
	 * @param of what it was of, as far as that has a name
	 * @param href where that is shown
	 * @param rows null where it was not taken to its end
	 */
	record TakenFile(Instant at, @Nullable String page, String actor, String kind, String of, @Nullable String href,
			@Nullable Long rows) {

	}

	/** The newest that are older than this, the newest first. */
	List<TakenFile> before(Instant time, int limit) {
		List<PeopleFile> files = this.log.before(time, limit);
		Map<String, String> names = names(files);
		return Stream
			.concat(this.exports.before(time, limit).stream().map(this::export),
					files.stream().map((file) -> file(file, names)))
			.sorted(Comparator.comparing(TakenFile::at).reversed())
			.limit(limit)
			.toList();
	}

	private TakenFile export(Exports.Export export) {
		return new TakenFile(export.at(), "/exports/" + export.id(), export.actor(), export.kind(),
				export.request().query().narrows() ? this.filters.describe(export.request().query()) : "", null,
				export.people());
	}

	/** A person is named as they are called now, since the log keeps no names. */
	private static TakenFile file(PeopleFile file, Map<String, String> names) {
		String person = names.get(file.of().id());
		return new TakenFile(file.at(), null, file.actor(), file.kind(), (person != null) ? person : file.of().name(),
				(person != null) ? "/profiles/" + file.of().id() : file.href().orElse(null), file.rows());
	}

	private Map<String, String> names(List<PeopleFile> files) {
		List<ProfileId> people = files.stream()
			.map(PeopleFile::of)
			.filter((of) -> of.type().equals(PeopleFileLog.PERSON))
			.flatMap((of) -> ProfileId.parse(of.id()).stream())
			.distinct()
			.toList();
		return this.profiles.findByIdIn(people)
			.stream()
			.collect(Collectors.toMap((profile) -> profile.id().toString(), Profile::name));
	}

}
