package dev.sayso.service.batch;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.service.ServiceUsage;
import dev.sayso.service.batch.SubscriptionBatch.State;

/**
 * Keeps a service while many are being subscribed to it or unsubscribed, or are about to
 * be.
 */
@Component
class BatchUsage implements ServiceUsage {

	private static final List<State> OPEN = List.of(State.GATHERING, State.COUNTING, State.ASKED, State.RUNNING,
			State.UNDOING);

	private final SubscriptionBatches batches;

	BatchUsage(SubscriptionBatches batches) {
		this.batches = batches;
	}

	@Override
	public List<Use> find(String service) {
		return this.batches.findByServiceAndStateIn(service, OPEN)
			.stream()
			.map((batch) -> new Use("batch.use", batch.createdBy(), "/services/many/" + batch.id()))
			.toList();
	}

}
