package dev.sayso.exchange.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.exchange.ExportErasure;
import dev.sayso.person.Details;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.Profiles;

/**
 * Lets the files that wait go when somebody is erased, since they may be in one, and
 * takes them out of what was rejected.
 */
@Component
class ImportErasure {

	private final Profiles profiles;

	private final ImportRejects rejects;

	private final ExportErasure exports;

	private final Uploads uploads;

	private final ImportJobs runs;

	ImportErasure(Profiles profiles, ImportRejects rejects, ExportErasure exports, Uploads uploads, ImportJobs runs) {
		this.profiles = profiles;
		this.rejects = rejects;
		this.exports = exports;
		this.uploads = uploads;
		this.runs = runs;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.uploads.all().stream().filter((id) -> !this.runs.has(id)).forEach(this.uploads::delete);
		this.profiles.findById(erased.profile()).map(Profile::details).map(ImportErasure::words).ifPresent((words) -> {
			this.rejects.forgetMentions(words);
			this.exports.forgetMentions(words);
		});
	}

	private static List<String> words(Details details) {
		return Stream
			.of(details.email(), details.mobile(), details.phone(), details.externalId(), details.street(),
					details.lastName())
			.filter(Objects::nonNull)
			.filter((word) -> word.length() > 2)
			.toList();
	}

}
