package dev.sayso.profile;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.ProfilePageAction;

/**
 * The frame above each tab of a person, ready to show.
 *
 * @param address the address they are known by
 * @param language in words
 * @param place country and time zone
 * @param buttons frequent actions, beside the name
 * @param menu rare actions
 */
record ProfileFrameView(Profile profile, ContactStatus contactStatus, @Nullable Known address,
		@Nullable String language, @Nullable String place, List<Cell> cells, List<Tab> tabs,
		List<ProfilePageAction> buttons, List<ProfilePageAction> menu) {

	public String id() {
		return this.profile.id().toString();
	}

	public String name() {
		return this.profile.name();
	}

	public @Nullable String externalId() {
		return this.profile.details().externalId();
	}

	record Known(String text, String icon) {

	}

	/** One channel: may we, since when and by whom. */
	record Cell(Channel channel, Verdict verdict, String state, String note) {

	}

	record Tab(String title, String href, boolean current, @Nullable Long count) {

	}

}
