"""A small project: the model class, its parts, the data and the settings lie in modules of a package."""
from app.data import Data
from app.settings import load
from app.train import Trainer

settings = load({"model": {"name": "conv", "filters": [4, 8]}})
data = Data(settings)
trainer = Trainer(settings, data.shape, data.classes)
trainer.fit(data)
print(trainer.predict(data.x_val[0]))
