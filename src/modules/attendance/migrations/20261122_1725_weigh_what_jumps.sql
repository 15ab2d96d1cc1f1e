-- The third version of the weights: positions that jump about while the button is pressed.
update platform.reference set value = value || jsonb_build_object(
  'signs', value->'signs' || '{"restless": {"weight": -3, "most": 3, "often": 0.004, "others": [{"share": 0.02, "often": 0.2}, {"share": 0.002, "often": 1}]}}',
  'limits', value->'limits' || '{"fewSteps": 2, "restlessMetres": 3, "restlessPart": 0.4, "straight": 0.9}')
where government_id is null and list = 'attendance-confidence' and code = 'weights' and valid_from = '2026-11-22';
