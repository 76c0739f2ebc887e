package dev.sayso.contact.inbound;

import java.util.List;
import java.util.Optional;

/**
 * The form in which one kind of provider posts what it brings; a chamber declares one as
 * a bean, and connectors of its kind can be set up.
 */
public interface ProviderForm {

	ProviderKind kind();

	/**
	 * Whether a request is surely the provider's, and not an old one. What says so is the
	 * raw body and the full address; nothing of it was read before.
	 * @param secret what both sides know, where the kind has such a secret
	 */
	boolean verifies(InboundRequest request, Connector connector, String secret);

	/**
	 * Takes what a verified request holds. Each thing in it goes through
	 * {@link ReceivedMessages#take}, so that what is posted twice acts once and is
	 * answered alike.
	 * @return what the provider is answered
	 */
	InboundAnswer take(InboundRequest request, Connector connector);

	/**
	 * What has to be set before anything is taken; empty where nothing has.
	 */
	default Optional<ProviderKind.Missing> missing(Connector connector) {
		return Optional.empty();
	}

	/**
	 * What else there is to see and to set of a connector, on pages of the chamber's own.
	 */
	default List<ProviderKind.Link> links(Connector connector) {
		return List.of();
	}

}
