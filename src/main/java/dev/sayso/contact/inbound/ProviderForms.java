package dev.sayso.contact.inbound;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.Choices;

/**
 * The forms of all kinds of providers that chambers bring.
 */
@Component
class ProviderForms {

	private final List<ProviderForm> forms;

	ProviderForms(List<ProviderForm> forms) {
		this.forms = forms.stream().sorted(Comparator.comparing((form) -> form.kind().key())).toList();
	}

	ProviderForm get(Connector connector) {
		return find(connector.kind()).orElseThrow(() -> new NotFoundException("kind " + connector.kind()));
	}

	Optional<ProviderForm> find(String kind) {
		return this.forms.stream().filter((form) -> form.kind().key().equals(kind)).findFirst();
	}

	/** The kind that a form chose. */
	ProviderKind chosen(String kind) {
		Choices.check(!kind.isEmpty());
		return Choices.read(kind, this.forms.get(0), this::find).kind();
	}

	ProviderKind kind(Connector connector) {
		return get(connector).kind();
	}

	List<ProviderKind> kinds() {
		return this.forms.stream().map(ProviderForm::kind).toList();
	}

}
