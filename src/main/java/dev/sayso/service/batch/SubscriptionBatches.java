package dev.sayso.service.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

interface SubscriptionBatches extends Repository<SubscriptionBatch, UUID> {

	Optional<SubscriptionBatch> findById(UUID id);

	/**
	 * The one a URL names.
	 * @throws NotFoundException when there is none
	 */
	default SubscriptionBatch get(String id) {
		return Ids.parse(id).flatMap(this::findById).orElseThrow(() -> new NotFoundException("batch " + id));
	}

	List<SubscriptionBatch> findTop50ByServiceOrderByCreatedAtDesc(String service);

	long countByService(String service);

	/** Those that nobody began in time. */
	List<SubscriptionBatch> findByStateInAndCreatedAtBefore(List<SubscriptionBatch.State> states, Instant before);

	SubscriptionBatch save(SubscriptionBatch batch);

	void delete(SubscriptionBatch batch);

}
