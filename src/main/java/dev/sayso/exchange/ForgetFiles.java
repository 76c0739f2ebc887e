package dev.sayso.exchange;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.sayso.profile.Details;
import dev.sayso.profile.Profile;
import dev.sayso.profile.ProfileErased;
import dev.sayso.profile.Profiles;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the files that wait go when somebody is erased, since they may be in one, and
 * takes them out of what was rejected.
 */
@Component
class ForgetFiles {

	private final Profiles profiles;

	private final Rejects rejects;

	private final ForgetExports exports;

	private final Uploads uploads;

	private final Runs runs;

	ForgetFiles(Profiles profiles, Rejects rejects, ForgetExports exports, Uploads uploads, Runs runs) {
		this.profiles = profiles;
		this.rejects = rejects;
		this.exports = exports;
		this.uploads = uploads;
		this.runs = runs;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.uploads.all().stream().filter((id) -> !this.runs.has(id)).forEach(this.uploads::delete);
		this.profiles.findById(erased.profile()).map(Profile::details).map(ForgetFiles::words).ifPresent((words) -> {
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
