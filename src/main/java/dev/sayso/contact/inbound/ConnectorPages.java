package dev.sayso.contact.inbound;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.PublicAddress;

/**
 * The pages of one connector: what to give the provider, and what it brought lately.
 */
@Component
class ConnectorPages {

	private static final int LATEST = 20;

	private final ProviderForms forms;

	private final ReceivedMessageRows rows;

	private final RefusedRequests refused;

	private final ConnectorSecrets secrets;

	private final PublicAddress address;

	ConnectorPages(ProviderForms forms, ReceivedMessageRows rows, RefusedRequests refused, ConnectorSecrets secrets,
			PublicAddress address) {
		this.forms = forms;
		this.rows = rows;
		this.refused = refused;
		this.secrets = secrets;
		this.address = address;
	}

	/**
	 * @param stale what somebody else saved since the form was shown
	 */
	ModelAndView show(Connector connector, ConnectorForm form, @Nullable Connector stale, HttpStatus status) {
		return new ModelAndView("contact/inbound/connector", status).addObject("connector", connector)
			.addObject("form", form)
			.addObject("stale", stale)
			.addObject("kind", this.forms.kind(connector))
			.addObject("missing", this.forms.get(connector).missing(connector).orElse(null))
			.addObject("links", this.forms.get(connector).links(connector))
			.addObject("url", url(connector))
			.addObject("named", this.address.isNamed())
			.addObject("refused", this.refused.find(connector).orElse(null))
			.addObject("latest", this.rows.latest(connector.id(), LATEST));
	}

	/** The secret, in the answer to the request that made it, and nowhere else. */
	ModelAndView secret(Connector connector, HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("contact/inbound/secret", HttpStatus.CREATED).addObject("connector", connector)
			.addObject("url", url(connector))
			.addObject("secret", this.secrets.read(connector));
	}

	private String url(Connector connector) {
		return this.address.url() + connector.path();
	}

}
