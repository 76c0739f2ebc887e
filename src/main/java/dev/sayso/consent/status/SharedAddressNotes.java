package dev.sayso.consent.status;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.status.ContactStatus.Sharer;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.Flash;

/**
 * Notes who shares an address, since the no of one counts for the others.
 */
@Component
public class SharedAddressNotes {

	private final ContactStatuses statuses;

	SharedAddressNotes(ContactStatuses statuses) {
		this.statuses = statuses;
	}

	/**
	 * @param channels on which it is the same
	 */
	record Shared(String id, String name, List<Channel> channels) {

	}

	public List<Shared> describe(List<Sharer> sharers) {
		return sharers.stream()
			.map((sharer) -> new Shared(sharer.profile().toString(), sharer.name(),
					sharer.channels().stream().filter((channel) -> channel != Channel.WHATS_APP).sorted().toList()))
			.sorted(Comparator.comparing(Shared::name))
			.toList();
	}

	/**
	 * Says that somebody was saved, and who has the same address: no error, since people
	 * do share them.
	 * @param done what is said where nobody has; with {@code .shared} behind it where
	 * somebody has
	 */
	public void tell(Profile saved, String done, RedirectAttributes redirect) {
		List<Shared> shared = describe(this.statuses.find(saved).sharers());
		if (shared.isEmpty()) {
			Flash.done(redirect, done, saved.name());
		}
		else {
			String names = shared.stream().limit(3).map(Shared::name).collect(Collectors.joining(", "));
			Flash.warn(redirect, done + ".shared", saved.name(), names, Math.max(0, shared.size() - 3));
		}
	}

}
