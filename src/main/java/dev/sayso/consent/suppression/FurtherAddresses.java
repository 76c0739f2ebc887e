package dev.sayso.consent.suppression;

import java.util.List;

import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Addresses that people have beside those among their details, such as those of all their
 * devices; the room that keeps some declares this as a bean, so that a no that is said
 * from one of them finds its person.
 */
public interface FurtherAddresses {

	/** The channel that they serve. */
	Channel channel();

	/** Who has this one. */
	List<ProfileId> owners(String address);

	/** All of somebody's. */
	List<String> find(ProfileId profile);

}
