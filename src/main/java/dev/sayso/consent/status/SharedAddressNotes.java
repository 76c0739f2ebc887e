package dev.sayso.consent.status;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.ConsentSettings;
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

	private final ConsentSettings settings;

	SharedAddressNotes(ContactStatuses statuses, ConsentSettings settings) {
		this.statuses = statuses;
		this.settings = settings;
	}

	/**
	 * @param channels on which it is the same
	 * @param noes those of them to which they said no
	 */
	record Shared(String id, String name, List<Channel> channels, List<Channel> noes) {

	}

	public List<Shared> describe(ContactStatus status) {
		return status.sharers()
			.stream()
			.map((sharer) -> new Shared(sharer.profile().toString(), sharer.name(),
					sharer.channels().stream().filter((channel) -> channel != Channel.WHATS_APP).sorted().toList(),
					noes(sharer, status)))
			.sorted(Comparator.comparing(Shared::name))
			.toList();
	}

	private List<Channel> noes(Sharer sharer, ContactStatus status) {
		return this.settings.channelsInUse()
			.stream()
			.filter((channel) -> status.sharedNoes(channel).stream().anyMatch((no) -> no.sharer().equals(sharer)))
			.toList();
	}

	/**
	 * Says that somebody was saved, and who has the same address: no error, since people
	 * do share them.
	 * @param done what is said where nobody has; with {@code .shared} behind it where
	 * somebody has, and {@code .shared.no} where one of them said no
	 */
	public void tell(Profile saved, String done, RedirectAttributes redirect) {
		List<Shared> shared = describe(this.statuses.find(saved));
		List<Shared> refusing = shared.stream().filter((sharer) -> !sharer.noes().isEmpty()).toList();
		if (shared.isEmpty()) {
			Flash.done(redirect, done, saved.name());
		}
		else {
			List<Shared> named = refusing.isEmpty() ? shared : refusing;
			String names = named.stream().limit(3).map(Shared::name).collect(Collectors.joining(", "));
			Flash.warn(redirect, done + (refusing.isEmpty() ? ".shared" : ".shared.no"), saved.name(), names,
					Math.max(0, named.size() - 3));
		}
	}

}
