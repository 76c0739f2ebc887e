package dev.sayso.service.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
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

	/** Those of a service that are at work, or wait to be begun. */
	List<SubscriptionBatch> findByServiceAndStateIn(String service, List<SubscriptionBatch.State> states);

	/** Deletes those that nobody began in time, with who is meant. */
	@Modifying
	@Query("""
			delete from subscription_batch
			where state in ('GATHERING', 'COUNTING', 'ASKED', 'FAILED') and created_at < :before""")
	int deleteForgotten(Instant before);

	/** Tells that a batch is still being gathered. */
	@Modifying
	@Query("update subscription_batch set beat_at = :now where id = :id")
	void beat(UUID id, Instant now);

	SubscriptionBatch save(SubscriptionBatch batch);

	void delete(SubscriptionBatch batch);

}
