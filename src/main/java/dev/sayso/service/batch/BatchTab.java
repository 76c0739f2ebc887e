package dev.sayso.service.batch;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.sayso.service.Service;
import dev.sayso.service.ServicePage;
import dev.sayso.service.ServiceTab;
import dev.sayso.service.Services;
import dev.sayso.shared.page.ConsolePage;

/**
 * The History tab of a service: who was subscribed or unsubscribed together.
 */
@ConsolePage
class BatchTab implements ServiceTab {

	private static final int LATEST = 3;

	private final Services services;

	private final SubscriptionBatches batches;

	private final ObjectProvider<ServicePage> page;

	private final MessageSourceAccessor messages;

	BatchTab(Services services, SubscriptionBatches batches, ObjectProvider<ServicePage> page,
			MessageSourceAccessor messages) {
		this.services = services;
		this.batches = batches;
		this.page = page;
		this.messages = messages;
	}

	@GetMapping("/services/{id}/history")
	String show(@PathVariable String id, Model model) {
		Service service = this.services.get(id);
		this.page.getObject().put(model, service, "/history");
		model.addAttribute("happened", all(service));
		return "service/batch/list";
	}

	@Override
	public String path() {
		return "history";
	}

	@Override
	public String title() {
		return "service.happened";
	}

	@Override
	public long count(Service service) {
		return this.batches.countByService(service.slug());
	}

	@Override
	public List<Latest> latest(Service service) {
		return all(service).stream().limit(LATEST).toList();
	}

	private List<Latest> all(Service service) {
		return this.batches.findTop50ByServiceOrderByCreatedAtDesc(service.slug()).stream().map(this::row).toList();
	}

	private Latest row(SubscriptionBatch batch) {
		int people = switch (batch.state()) {
			case UNDOING, UNDONE -> batch.tally().undone();
			default -> batch.tally().acted();
		};
		String text = this.messages.getMessage("batch.row." + batch.act() + "." + batch.state(),
				new Object[] { people });
		return new Latest(text, batch.createdAt(), batch.createdBy(), "/services/many/" + batch.id());
	}

}
